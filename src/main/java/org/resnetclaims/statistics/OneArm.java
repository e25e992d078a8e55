package org.resnetclaims.statistics;

import java.util.Arrays;

/** An arm, and a number that its mean is set against. */
record OneArm(double[] errors, double number) implements Seen {

    @Override
    public Contrast contrast() {
        return new OneSample(errors, number);
    }

    @Override
    public double effectSize() {
        return new OneSample(errors, number).effectSize();
    }

    @Override
    public double superiority() {
        return Ranks.superiority(errors, numbers());
    }

    @Override
    public Interval superiorityInterval(double level) {
        return Ranks.superiorityInterval(errors, numbers(), level);
    }

    @Override
    public CrossChecks crossChecks(Hypothesis hypothesis, double level) {
        return new CrossChecks(
                hypothesis.weakest(statement -> SignFlips.pValue(statement, errors, number)),
                hypothesis.weakest(statement -> SignedRanks.pValue(statement, errors, number)),
                Bootstrap.interval(errors, numbers(), level));
    }

    private double[] numbers() {
        double[] numbers = new double[errors.length];
        Arrays.fill(numbers, number);
        return numbers;
    }
}
