package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.files.AtomicFile;

/**
 * Really stops reproductions, in every way there is, and starts them again: the final report is that of one that
 * nothing stopped. The long form is {@code mvn test -Plong -Dtest=KillTest -Dkills=25}; {@code -Dkill.seed} sets other
 * moments.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals and no limits on files")
@Timeout(900)
@Tag("long")
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final long SEED = Long.getLong("kill.seed", 1);

    @TempDir
    private static Path folder;

    private static FinalReport uninterrupted;
    private static long runs;
    private static long millis;

    @BeforeAll
    static void reproduce_uninterrupted() throws Exception {
        ReproductionProcess whole = start("whole");
        whole.await(Reproduction.TRAINS);
        long began = System.nanoTime();
        whole.endWell();
        millis = (System.nanoTime() - began) / 1_000_000;
        runs = whole.trained().count();
        uninterrupted = report("whole");
        assertThat(uninterrupted.claims()).hasSize(1);
        assertThat(uninterrupted.claims().get(0).get("verdict").asText()).isNotEqualTo("NOT_TESTED");
        assertThat(uninterrupted.charts()).isNotEmpty();
    }

    @Test
    void one_that_is_stopped_again_and_again_ends_in_the_same_report() throws Exception {
        String name = "stopped-1";
        interrupt(name);
        SplittableRandom random = new SplittableRandom(SEED);
        int kills = 0;
        int resumed = 0;
        int reproductions = 1;
        while (kills < KILLS) {
            ReproductionProcess process = start(name);
            // Before, there is nothing to lose; where nothing is left to train, it returns at the end.
            process.await(Reproduction.TRAINS);
            Thread.sleep(random.nextLong(millis));
            if (process.kill()) {
                kills++;
                // Whatever is drawn now tells of the claim.
                assertThat(new EvidenceStore(results(name)).readClaims()).hasSize(1);
                resumed += hasCheckpoint(name) ? 1 : 0;
            } else {
                assertThat(report(name)).isEqualTo(uninterrupted);
                reproductions++;
                name = "stopped-" + reproductions;
            }
        }
        start(name).endWell();

        assertThat(report(name)).isEqualTo(uninterrupted);
        assertThat(hasCheckpoint(name)).isFalse();
        System.out.printf(
                "%d kills (seed %d), %d of them with a checkpoint to go on from, over %d reproductions, each with the report of the uninterrupted one%n",
                kills, SEED, resumed, reproductions);
    }

    /** As by Ctrl-C, which leaves a report of what is done. */
    private static void interrupt(String name) throws Exception {
        ReproductionProcess process = ReproductionProcess.startAndHold(3, results(name), archive(name));
        // The third begins when one of the first two is done.
        for (int run = 0; run < 3; run++) {
            process.await(Reproduction.TRAINS);
        }
        int status = process.interrupt();

        assertThat(process.end()).isEqualTo(status);
        assertThat(process.lines())
                .containsOnlyOnce(
                        "Interrupted: what is done is in %s; run the same command again, without -Dfresh=true, to go on from there."
                                .formatted(results(name)));
        assertThat(report(name).verdicts()).containsOnly("NOT_TESTED");
        EvidenceStore evidence = new EvidenceStore(results(name));
        assertThat(evidence.reportHtml()).content().contains("Interrupted before its runs were trained");
        assertThat(evidence.summary()).content().contains("Interrupted before its runs were trained");
    }

    @Test
    void two_at_once_train_each_run_once_and_end_in_the_same_report() throws Exception {
        ReproductionProcess first = ReproductionProcess.start(results("first"), archive("shared"));
        ReproductionProcess second = ReproductionProcess.start(results("second"), archive("shared"));
        first.endWell();
        second.endWell();

        assertThat(report("first")).isEqualTo(uninterrupted);
        assertThat(report("second")).isEqualTo(uninterrupted);
        assertThat(Stream.concat(first.trained(), second.trained()))
                .hasSize((int) runs)
                .doesNotHaveDuplicates();
    }

    @Test
    void one_on_a_full_disk_says_so_and_goes_on_where_there_is_room() throws Exception {
        // Room for the outcome of a run and for the session, but neither for a checkpoint nor for a claim.
        ReproductionProcess full = ReproductionProcess.startOnFullDisk(8, results("full"), archive("full"));

        assertThat(full.end()).isEqualTo(1);
        assertThat(full.lines())
                .containsOnlyOnce(
                        "Not everything can be kept in %s (File too large): outcomes count all the same, but what is missing there will have to be trained again."
                                .formatted(archive("full")))
                .noneMatch(line -> line.startsWith("\tat "))
                .last()
                .isEqualTo("Cannot write the report to %s: File too large.".formatted(results("full")));
        try (Stream<Path> left = Stream.concat(Files.walk(results("full")), Files.walk(archive("full")))) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(AtomicFile.UNFINISHED));
        }

        ReproductionProcess again = start("full");
        again.endWell();
        assertThat(report("full")).isEqualTo(uninterrupted);
        assertThat(again.trained()).isEmpty();
        assertThat(new EvidenceStore(results("full")).summary())
                .content()
                .contains("%1$d of the %1$d runs were trained before and come from the archive".formatted(runs));
    }

    private static ReproductionProcess start(String name) throws IOException {
        return ReproductionProcess.start(results(name), archive(name));
    }

    private static FinalReport report(String name) throws IOException {
        return FinalReport.in(results(name));
    }

    private static Path results(String name) {
        return folder.resolve(name + "-results");
    }

    private static Path archive(String name) {
        return folder.resolve(name + "-archive");
    }

    private static boolean hasCheckpoint(String name) throws IOException {
        if (!Files.isDirectory(archive(name))) {
            return false;
        }
        try (Stream<Path> files = Files.list(archive(name))) {
            return files.anyMatch(file -> file.toString().endsWith(".checkpoint"));
        }
    }
}
