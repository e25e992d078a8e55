package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.resnetclaims.claims.ClaimsKit.Finished;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.SimulatedTrainer;

/** All claims under {@code reproductions} on simulated errors: whether they say what they mean, not whether they hold. */
class ReproductionsTest {

    @TempDir
    private Path results;

    @Test
    void every_claim_passes_on_errors_like_those_of_the_paper() throws IOException {
        Finished finished = run(SimulatedErrors.asInThePaper());

        assertThat(finished.tests().values()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(result -> assertThat(
                        result.getThrowable())
                .isEmpty());
        assertThat(finished.records()).hasSameSizeAs(finished.tests().keySet());
        assertThat(finished.records()).extracting(ClaimRecord::verdict).containsOnly(Verdict.REPRODUCED);
    }

    @Test
    void every_statistical_claim_has_a_control_that_is_not_reproduced() throws IOException {
        assertThat(statistical(run(SimulatedErrors.asInThePaper())))
                .isNotEmpty()
                .extracting(claim -> claim.control().decision().verdict())
                .doesNotContain(Verdict.REPRODUCED);
    }

    @Test
    void every_statistical_claim_is_refuted_on_errors_contrary_to_those_of_the_paper() throws IOException {
        assertThat(statistical(run(SimulatedErrors.contraryToThePaper())))
                .extracting(ClaimRecord::verdict)
                .containsOnly(Verdict.REFUTED);
    }

    @Test
    void no_two_runs_of_an_arm_share_a_seed() throws IOException {
        assertThat(statistical(run(SimulatedErrors.withoutAnyEffect())))
                .flatExtracting(ClaimRecord::arms)
                .allSatisfy(arm -> assertThat(arm.runs()).extracting(run -> run.seed()).doesNotHaveDuplicates());
    }

    private static List<ClaimRecord> statistical(Finished finished) {
        return finished.records().stream().filter(claim -> claim.hypothesis() != null).toList();
    }

    private Finished run(SimulatedTrainer trainer) throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("reproductions"))) {
            List<? extends DiscoverySelector> packages = folders.map(folder ->
                            DiscoverySelectors.selectPackage(folder.getFileName().toString()))
                    .toList();
            return new ClaimsKit(results, trainer).run(packages);
        }
    }
}
