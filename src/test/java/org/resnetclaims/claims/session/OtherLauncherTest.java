package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.statistics.Verdict;

/** Claims that something else than the build starts, somewhere, in an environment that nobody has prepared. */
@Timeout(120)
class OtherLauncherTest {

    @TempDir
    private Path folder;

    @Test
    void a_claim_leaves_its_report_where_the_user_wants_it() throws Exception {
        String said = launch("-Dresults.dir=mine");

        EvidenceStore evidence = new EvidenceStore(folder.resolve("mine"));
        assertThat(said).contains("Report: " + evidence.reportHtml());
        assertThat(evidence.reportHtml()).exists();
        assertThat(evidence.readClaims())
                .hasSize(3)
                .extracting(ClaimRecord::verdict)
                .containsOnly(Verdict.REPRODUCED);
        assertThat(evidence.readSession().environment().threadsPerRun()).isEqualTo(1);
    }

    @Test
    void the_build_draws_the_report_itself() throws Exception {
        launch("-Dresults.dir=mine", "-Dreport.follows=true");

        EvidenceStore evidence = new EvidenceStore(folder.resolve("mine"));
        assertThat(evidence.readClaims()).hasSize(3);
        assertThat(evidence.reportHtml()).doesNotExist();
    }

    private String launch(String... settings) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Darchive.dir=archive",
                "-Dhistory=history.jsonl"));
        command.addAll(List.of(settings));
        command.addAll(List.of(
                "-classpath",
                System.getProperty("java.class.path"),
                OtherLauncher.class.getName(),
                "figure5.BottleneckSavings"));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("OMP_NUM_THREADS");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
