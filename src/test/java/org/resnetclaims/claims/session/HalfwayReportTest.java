package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.evidence.Underway;

@Timeout(120)
class HalfwayReportTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private EvidenceStore store;

    @BeforeEach
    void record_a_claim() {
        store = new EvidenceStore(folder.resolve("results"));
        store.writeSession(Fixtures.session());
        store.write(Fixtures.costs());
    }

    @Test
    void is_drawn_by_another_process_from_what_is_recorded_and_no_more_once_closed() throws Exception {
        HalfwayReport report = follow(every -> store.writeUnderway(new Underway(
                Instant.now(), (int) every.toSeconds(), Set.of(Fixtures.costs().id()), 90.0)));
        try (report) {
            while (!Files.exists(store.reportHtml())) {
                Thread.sleep(20);
            }
        }

        assertThat(store.reportHtml()).content().contains("Under way", "about 1 min 30 s left");
        assertThat(printed.toString()).contains("The report is renewed every 30 s: " + store.reportHtml());
        // Nobody writes there any more.
        assertThat(ProcessHandle.current().children().filter(HalfwayReportTest::draws))
                .isEmpty();
    }

    @Test
    void a_failure_is_said_once_and_harms_nobody() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);

        try (HalfwayReport report = follow(every -> {
            failed.countDown();
            throw new EvidenceException("Cannot write: the disk is full.");
        })) {
            failed.await();
            while (printed.size() == 0) {
                Thread.sleep(20);
            }
            assertThat(report).isNotNull();
        }

        assertThat(printed.toString().strip())
                .isEqualTo("The report cannot be drawn before the session ends (Cannot write: the disk is full.).");
    }

    private HalfwayReport follow(Consumer<Duration> record) {
        return HalfwayReport.follow(
                store.folder(),
                folder.resolve("references"),
                folder.resolve("history.jsonl"),
                record,
                Duration.ZERO,
                new PrintStream(printed, true));
    }

    private static boolean draws(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("HalfwayReports");
    }
}
