package org.resnetclaims.claims.session;

import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.SimulatedTrainer;

/** Errors like those of the pilot: plain networks get worse with depth, those with shortcuts do not. */
public final class SimulatedErrors {

    private static final double DEVIATION = 0.2;

    private SimulatedErrors() {}

    public static SimulatedTrainer asInThePaper() {
        return new SimulatedTrainer(run -> withLength(run, mean(run.network()) + noise(run)));
    }

    public static SimulatedTrainer contraryToThePaper() {
        return new SimulatedTrainer(run -> {
            int depth = run.network().cost().depth();
            return (hasShortcuts(run.network()) ? 40 + 0.4 * depth : 50 - mean(run.network())) + noise(run);
        });
    }

    /** Test errors on CIFAR-10, the plain networks a little above those that others have measured. */
    public static SimulatedTrainer asInTable6() {
        return new SimulatedTrainer(run -> table6(run.network()) + noise(run) / 10);
    }

    /** As in Table 6, with shortcuts or without. */
    public static SimulatedTrainer asInTable6WithoutAnyEffect() {
        return new SimulatedTrainer(run -> residualInTable6(run.network()) + noise(run) / 10);
    }

    public static SimulatedTrainer worseThanInTable6() {
        return new SimulatedTrainer(run -> table6(run.network()) + 2 + noise(run) / 10);
    }

    /** Depth matters a tenth of a standard deviation. */
    public static SimulatedTrainer withATinyEffect() {
        return new SimulatedTrainer(run -> 20 + (run.network().cost().depth() > 20 ? 0.1 * DEVIATION : 0) + noise(run));
    }

    /** Every run of every network. */
    public static SimulatedTrainer allDiverged() {
        return new SimulatedTrainer(run -> 90);
    }

    /** All networks alike. */
    public static SimulatedTrainer withoutAnyEffect() {
        return new SimulatedTrainer(run -> 20 + noise(run));
    }

    /** Every other seed is worse. */
    public static SimulatedTrainer withABiasBetweenSeeds() {
        return new SimulatedTrainer(
                run -> withLength(run, mean(run.network()) + noise(run) + (run.seed() % 2 == 0 ? 0 : 4)));
    }

    /** The length of training changes nothing. */
    public static SimulatedTrainer thatNeedNoTraining() {
        return new SimulatedTrainer(run -> mean(run.network()) + noise(run));
    }

    public static SimulatedTrainer crashingOn(String network) {
        return new SimulatedTrainer(run -> {
            if (run.network().name().equals(network)) {
                throw new IllegalStateException("the engine broke down");
            }
            return mean(run.network()) + noise(run);
        });
    }

    private static double mean(Network network) {
        int depth = network.cost().depth();
        return hasShortcuts(network) ? 10 - 0.05 * depth : 2 + 0.6 * depth;
    }

    /** Cut short, training ends at a higher error. */
    private static double withLength(Run run, double error) {
        return run.recipe().iterations() < 200 ? error + 30 : error;
    }

    private static double table6(Network network) {
        return hasShortcuts(network)
                ? residualInTable6(network)
                : 10 + network.cost().depth() * 0.06;
    }

    private static double residualInTable6(Network network) {
        return Map.of(20, 8.75, 32, 7.51, 44, 7.17, 56, 6.97, 110, 6.61)
                .get(network.cost().depth());
    }

    private static boolean hasShortcuts(Network network) {
        return network.nodes().stream().anyMatch(node -> node.layer() instanceof Layer.Addition);
    }

    // Uniform, and a function of the run alone.
    private static double noise(Run run) {
        long seed = Objects.hash(run.network().name(), run.seed());
        return DEVIATION * Math.sqrt(3) * (2 * new SplittableRandom(seed).nextDouble() - 1);
    }
}
