package org.resnetclaims.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.statistics.methods.Bootstrap;
import org.resnetclaims.statistics.methods.Contrast;
import org.resnetclaims.statistics.methods.Interval;
import org.resnetclaims.statistics.methods.OneSample;
import org.resnetclaims.statistics.methods.OneSided;
import org.resnetclaims.statistics.methods.Ranks;
import org.resnetclaims.statistics.methods.SignFlips;
import org.resnetclaims.statistics.methods.SignedRanks;

/** An arm, and a number that its mean is set against. */
record OneArm(Observations arm, double number) implements Seen {

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

    /** The number was measured on the same images, and on which of them it erred is not known. */
    @Override
    public @Nullable ImageCheck images(Hypothesis hypothesis) {
        return null;
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
