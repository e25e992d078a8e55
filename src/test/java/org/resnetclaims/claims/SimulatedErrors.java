package org.resnetclaims.claims;

import java.util.Objects;
import java.util.SplittableRandom;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.SimulatedTrainer;

/** Errors like those of the pilot: plain networks get worse with depth, those with shortcuts do not. */
final class SimulatedErrors {

    private static final double DEVIATION = 1;

    private SimulatedErrors() {}

    static SimulatedTrainer asInThePaper() {
        return new SimulatedTrainer(run -> mean(run.network()) + noise(run));
    }

    static SimulatedTrainer contraryToThePaper() {
        return new SimulatedTrainer(run -> 50 - mean(run.network()) + noise(run));
    }

    /** All networks alike. */
    static SimulatedTrainer withoutAnyEffect() {
        return new SimulatedTrainer(run -> 20 + noise(run));
    }

    /** Whatever is trained on other seeds than those judged is worse. */
    static SimulatedTrainer withABiasBetweenSeeds() {
        return new SimulatedTrainer(
                run -> (run.seed() < Seeds.OTHER.seed(0) ? mean(run.network()) : 95) + noise(run) / 10);
    }

    static SimulatedTrainer crashingOn(String network) {
        return new SimulatedTrainer(run -> {
            if (run.network().name().equals(network)) {
                throw new IllegalStateException("the engine broke down");
            }
            return mean(run.network()) + noise(run);
        });
    }

    private static double mean(Network network) {
        boolean shortcuts = network.nodes().stream().anyMatch(node -> node.layer() instanceof Layer.Addition);
        return shortcuts ? 8 : 2 + network.cost().depth() * 0.6;
    }

    // Uniform, and a function of the run alone.
    private static double noise(Run run) {
        long seed = Objects.hash(run.network().name(), run.seed());
        return DEVIATION * Math.sqrt(3) * (2 * new SplittableRandom(seed).nextDouble() - 1);
    }
}
