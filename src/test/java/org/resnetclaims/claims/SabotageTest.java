package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.claims.session.ClaimsKit;
import org.resnetclaims.claims.session.Reproduction;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.laboratory.ForwardingExecutor;
import org.resnetclaims.laboratory.LocalExecutor;
import org.resnetclaims.laboratory.RunExecutor;
import org.resnetclaims.network.Network;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.TrainedRun;

/** A claim about residual networks on the real engine, at a size that takes seconds. */
class SabotageTest {

    @TempDir
    private Path results;

    static class CureCase {
        @Claim(id = "cure", source = "Fig. 6", statement = "Residual networks train better")
        void residual_network_trains_better(Experiment experiment) {
            Arm plain14 = experiment.train(plain(14));
            Arm residual14 = experiment.train(residual(14));

            assertThat(residual14).trainingError().isLowerThan(plain14);
        }
    }

    @Test
    void a_claim_about_residual_networks_is_reproduced() {
        assertThat(verdict(UnaryOperator.identity())).isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void a_claim_about_residual_networks_is_not_reproduced_where_the_shortcuts_are_cut() {
        assertThat(verdict(Network::withoutShortcuts)).isIn(Verdict.INCONCLUSIVE, Verdict.REFUTED);
    }

    private Verdict verdict(UnaryOperator<Network> sabotage) {
        return new ClaimsKit(results, new Saboteur(sabotage, new LocalExecutor(new Dl4jEngine(), Reproduction.TINY, 1)))
                .on(Reproduction.TINY)
                .run(CureCase.class)
                .record()
                .verdict();
    }

    /** Trains what is left of a network, and shortly; once, for both tests have plain networks. */
    private record Saboteur(UnaryOperator<Network> sabotage, RunExecutor executor) implements ForwardingExecutor {

        private static final Map<String, TrainedRun> TRAINED = new ConcurrentHashMap<>();

        @Override
        public TrainedRun train(Run run, Checkpoints checkpoints, IntConsumer progress) {
            Run sabotaged = new Run(sabotage.apply(run.network()), run.data(), run.recipe(), run.seed());
            return TRAINED.computeIfAbsent(
                    sabotaged.identity(),
                    identity -> executor.train(Reproduction.shortened(sabotaged), checkpoints, progress));
        }
    }
}
