package org.resnetclaims.claims.session;

import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.laboratory.SimulatedExecutor;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.WarmUp;

/** Errors like those of the pilot: plain networks get worse with depth, those with shortcuts do not. */
public final class SimulatedErrors {

    private static final double DEVIATION = 0.2;

    private SimulatedErrors() {}

    public static SimulatedExecutor asInThePaper() {
        return new SimulatedExecutor(run -> withLength(run, meanInThePaper(run) + noise(run)))
                .finding(new SimulatedFindings(false, false));
    }

    /** As in the paper, and examinations find of networks that are hardly trained what they find of trained ones. */
    public static SimulatedExecutor asInThePaperFromTheStart() {
        return asInThePaper().finding(new SimulatedFindings(false, true));
    }

    public static SimulatedExecutor contraryToThePaper() {
        return new SimulatedExecutor(run -> {
                    int depth = run.network().cost().depth();
                    return (hasShortcuts(run.network()) ? 55 + 0.25 * depth : 62 - 0.5 * depth)
                            - regularisation(run)
                            + (isWarmedUp(run) ? 5 : 0)
                            + (hasOption(run, Shortcut.B) ? 3 : 0)
                            + (run.network().name().contains("pre-activation") ? 3 : 0)
                            + noise(run);
                })
                .finding(new SimulatedFindings(true, false));
    }

    /** Test errors on CIFAR-10, the plain networks a little above those that others have measured. */
    public static SimulatedExecutor asInTable6() {
        return new SimulatedExecutor(run -> table6(run.network()) + noise(run) / 10);
    }

    /** As in Table 6, with shortcuts or without. */
    public static SimulatedExecutor asInTable6WithoutAnyEffect() {
        return new SimulatedExecutor(run -> residualInTable6(run.network()) + noise(run) / 10);
    }

    public static SimulatedExecutor worseThanInTable6() {
        return new SimulatedExecutor(run -> table6(run.network()) + 2 + noise(run) / 10);
    }

    /**
     * Networks of 110 and 1202 layers that fit their training set, the deeper one a little worse; without shortcuts,
     * not.
     */
    public static SimulatedExecutor asInSection42() {
        return new SimulatedExecutor(run -> !hasShortcuts(run.network())
                ? 60
                : (run.network().cost().depth() > 1_000 ? 0.05 : 0.01) + noise(run) / 100);
    }

    /** The same networks, neither of which fits, and the deeper one better. */
    public static SimulatedExecutor contraryToSection42() {
        return new SimulatedExecutor(run -> (run.network().cost().depth() > 1_000 ? 10 : 20) + noise(run));
    }

    /** Depth matters a tenth of a standard deviation. */
    public static SimulatedExecutor withATinyEffect() {
        return new SimulatedExecutor(
                run -> 20 + (run.network().cost().depth() > 20 ? 0.1 * DEVIATION : 0) + noise(run));
    }

    /** Every run of every network. */
    public static SimulatedExecutor allDiverged() {
        return new SimulatedExecutor(run -> 90);
    }

    /** All networks alike. */
    public static SimulatedExecutor withoutAnyEffect() {
        return new SimulatedExecutor(run -> 20 + noise(run));
    }

    /** Residual networks get worse with depth as plain ones do. */
    public static SimulatedExecutor withUselessShortcuts() {
        return new SimulatedExecutor(
                        run -> withLength(run, degrading(run.network().cost().depth()) + noise(run)))
                .finding(new SimulatedFindings(false, false));
    }

    /** Every other seed is worse. */
    public static SimulatedExecutor withABiasBetweenSeeds() {
        return new SimulatedExecutor(
                run -> withLength(run, mean(run.network()) + noise(run) + (run.seed() % 2 == 0 ? 0 : 4)));
    }

    /** The length of training changes nothing. */
    public static SimulatedExecutor thatNeedNoTraining() {
        return new SimulatedExecutor(run -> mean(run.network()) + noise(run));
    }

    public static SimulatedExecutor crashingOn(String network) {
        return new SimulatedExecutor(run -> {
            if (run.network().name().equals(network)) {
                throw new IllegalStateException("the engine broke down");
            }
            return mean(run.network()) + noise(run);
        });
    }

    /** A warm-up matters little, and so does option B; option C is worse at scale quick. */
    private static double meanInThePaper(Run run) {
        return mean(run.network())
                + regularisation(run)
                - (isWarmedUp(run) ? 0.5 : 0)
                + (hasOption(run, Shortcut.C) ? (run.recipe().iterations() < 1_000 ? 3 : -0.4) : 0)
                - (hasOption(run, Shortcut.B) ? 0.4 : 0);
    }

    private static double mean(Network network) {
        int depth = network.cost().depth();
        double residual = 10 - 0.05 * depth;
        if (hasShortcuts(network)) {
            return !beginsSmall(network) ? 88 : residual - (network.name().contains("pre-activation") ? 1 : 0);
        }
        return depth == 18 ? residual + 0.5 : degrading(depth);
    }

    private static double degrading(int depth) {
        return 2 + 0.6 * depth;
    }

    private static boolean hasOption(Run run, Shortcut option) {
        return run.network().name().endsWith("(option %s)".formatted(option));
    }

    /** Mixup and stochastic depth help; crops, flips and dropout need more time than there is. */
    private static double regularisation(Run run) {
        Augmentation augmentation = run.recipe().augmentation();
        return (drops(run.network(), Layer.Dropout.Grain.VALUE) ? 2 : 0)
                - (drops(run.network(), Layer.Dropout.Grain.IMAGE) ? 2 : 0)
                + (augmentation.horizontalFlip() ? 4 : 0)
                - (augmentation.mixup() > 0 ? 2 : 0);
    }

    private static boolean drops(Network network, Layer.Dropout.Grain grain) {
        return network.nodes().stream()
                .anyMatch(node -> node.layer() instanceof Layer.Dropout dropout && dropout.grain() == grain);
    }

    /** Cut short, training ends at a higher error. */
    private static double withLength(Run run, double error) {
        return isCutShort(run) ? error + 30 : error;
    }

    static boolean isCutShort(Run run) {
        return run.recipe().iterations() < 200;
    }

    private static double table6(Network network) {
        return hasShortcuts(network)
                ? residualInTable6(network)
                : 10 + network.cost().depth() * 0.06;
    }

    private static double residualInTable6(Network network) {
        return Map.of(20, 8.75, 32, 7.51, 44, 7.17, 56, 6.97, 110, 6.61, 1202, 7.93)
                .get(network.cost().depth());
    }

    /** Branches whose outputs are neither normalised nor multiplied by a small number add up beyond all bounds. */
    private static boolean beginsSmall(Network network) {
        return network.nodes().stream()
                .anyMatch(node -> node.layer() instanceof Layer.BatchNormalization
                        || node.layer() instanceof Layer.ScalarMultiplier);
    }

    static boolean hasShortcuts(Network network) {
        return network.nodes().stream().anyMatch(node -> node.layer() instanceof Layer.Addition);
    }

    private static boolean isWarmedUp(Run run) {
        return !run.recipe().warmUp().equals(WarmUp.NONE);
    }

    // Uniform, and a function of the run alone.
    static double noise(Run run) {
        long seed = Objects.hash(run.network().name(), run.seed()) + (isWarmedUp(run) ? 1_000_003L : 0);
        return DEVIATION * Math.sqrt(3) * (2 * new SplittableRandom(seed).nextDouble() - 1);
    }
}
