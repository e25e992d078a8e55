package org.resnetclaims.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.statistics.methods.Bootstrap;
import org.resnetclaims.statistics.methods.Contrast;
import org.resnetclaims.statistics.methods.Interval;
import org.resnetclaims.statistics.methods.OneSample;
import org.resnetclaims.statistics.methods.OneSided;
import org.resnetclaims.statistics.methods.Ranks;
import org.resnetclaims.statistics.methods.SignFlips;
import org.resnetclaims.statistics.methods.SignedRanks;

/**
 * An arm, and a number that its mean is set against.
 *
 * @param imagesOf what other images might say of a hypothesis
 */
record OneArm(Observations arm, double number, Function<Hypothesis, @Nullable ImageCheck> imagesOf) implements Seen {

    /** The number was measured on the same images, and on which of them it erred is not known. */
    static OneArm against(double number, Observations arm) {
        return new OneArm(arm, number, hypothesis -> null);
    }

    /** The differences of two numbers of each network, set against 0. */
    static OneArm ofPairs(Observations first, Observations second) {
        double[] differences = new double[first.values().length];
        Arrays.setAll(differences, i -> first.values()[i] - second.values()[i]);
        return new OneArm(
                new Observations(
                        differences, Math.max(first.resolution(), second.resolution()), first.failed(), List.of(), 0),
                0,
                hypothesis -> first.mistakes().isEmpty() || second.mistakes().isEmpty()
                        ? null
                        : ImageBootstrap.checkPairs(hypothesis, first, second));
    }

    @Override
    public Contrast contrast() {
        return new OneSample(arm.sample(), number);
    }

    @Override
    public FailedRuns firstFailures() {
        return FailedRuns.of(arm.failed());
    }

    @Override
    public @Nullable FailedRuns secondFailures() {
        return null;
    }

    @Override
    public @Nullable ImageCheck images(Hypothesis hypothesis) {
        return imagesOf.apply(hypothesis);
    }

    @Override
    public boolean coarse() {
        return arm.coarse();
    }

    @Override
    public double permutation(OneSided statement) {
        return SignFlips.pValue(statement.distances(arm.values(), number));
    }

    @Override
    public double leastPermutation() {
        return 1 / SignFlips.ways(arm.values().length);
    }

    @Override
    public double effectSize() {
        return new OneSample(arm.sample(), number).effectSize();
    }

    @Override
    public double superiority() {
        return Ranks.superiority(arm.values(), numbers());
    }

    @Override
    public Interval superiorityInterval(double level) {
        return Ranks.superiorityInterval(arm.values(), numbers(), level);
    }

    @Override
    public CrossChecks crossChecks(Hypothesis hypothesis, double level) {
        return new CrossChecks(
                hypothesis.weakest(this::permutation),
                hypothesis.weakest(statement -> SignedRanks.pValue(statement.distances(arm.values(), number))),
                Bootstrap.interval(arm.values(), numbers(), level));
    }

    private double[] numbers() {
        double[] numbers = new double[arm.values().length];
        Arrays.fill(numbers, number);
        return numbers;
    }
}
