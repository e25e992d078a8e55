package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.SimulatedTrainer;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signal that asks a process to end")
@Timeout(60)
class InterruptionTest {

    private static final String TRAINS = "trains";

    @TempDir
    private Path results;

    @Test
    void leaves_a_report_of_what_is_done_and_says_how_to_go_on() throws Exception {
        Process suite = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Suite.class.getName(),
                        results.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = suite.inputReader();
        for (String line = ""; !line.equals(TRAINS); line = output.readLine()) {
            assertThat(line).as("the suite ended early").isNotNull();
        }
        // As Ctrl-C does.
        suite.toHandle().destroy();
        List<String> lines = output.lines().toList();

        assertThat(suite.waitFor()).isNotZero();
        assertThat(lines)
                .containsOnlyOnce(
                        "Interrupted: what is done is in %s; run the same command again, without -Dfresh=true, to go on from there."
                                .formatted(results));
        EvidenceStore evidence = new EvidenceStore(results);
        assertThat(evidence.readClaims().stream().collect(Collectors.toMap(ClaimRecord::id, ClaimRecord::verdict)))
                .containsEntry("exact", Verdict.REPRODUCED)
                .containsEntry("degradation", Verdict.NOT_TESTED)
                .hasSize(2);
        assertThat(evidence.readClaims())
                .anyMatch(record -> record.reason().startsWith("Interrupted before its runs were trained"));
        assertThat(evidence.reportHtml()).isNotEmptyFile();
        assertThat(evidence.summary()).content().contains("Interrupted before its runs were trained");
    }

    /** One claim that is soon done, and one that trains for ever. */
    static final class Suite {

        public static void main(String[] arguments) {
            SimulatedTrainer endless = new SimulatedTrainer(run -> {
                System.out.println(TRAINS);
                try {
                    Thread.sleep(Long.MAX_VALUE);
                    return 0;
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            new ClaimsKit(Path.of(arguments[0]), endless)
                    .run(List.of(
                            DiscoverySelectors.selectClass(ClaimTest.ExactCase.class),
                            DiscoverySelectors.selectClass(ClaimTest.DegradationCase.class)));
        }
    }
}
