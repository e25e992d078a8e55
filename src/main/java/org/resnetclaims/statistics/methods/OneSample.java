package org.resnetclaims.statistics.methods;

import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.TTest;

/**
 * Student's t test (1908) of the difference of a mean and a number.
 *
 * <p>Where the runs do not vary at all there is no t. All that is left is how seldom chance would put every run on one
 * side of the number.
 */
public final class OneSample implements Contrast {

    private final Sample runs;
    private final double number;

    public OneSample(Sample runs, double number) {
        this.runs = runs;
        this.number = number;
    }

    @Override
    public double difference() {
        return runs.mean() - number;
    }

    /** In standard deviations of a run, corrected for small samples as {@link HedgesG} is. */
    public double effectSize() {
        return HedgesG.correction(runs.size() - 1.0) * difference() / runs.deviation();
    }

    @Override
    public double statistic(double bound) {
        return (difference() - bound) / standardError();
    }

    @Override
    public double pValue(OneSided statement) {
        if (runs.variance() == 0) {
            return statement.seen(difference()) ? 1 / SignFlips.ways(runs.size()) : 1;
        }
        return TTest.withDefaults()
                .with(statement.above() ? AlternativeHypothesis.GREATER_THAN : AlternativeHypothesis.LESS_THAN)
                .withMu(number + statement.bound())
                .test(runs.mean(), runs.variance(), runs.size())
                .getPValue();
    }

    @Override
    public Interval interval(double level) {
        double t = TDistribution.of(runs.size() - 1.0).inverseSurvivalProbability((1 - level) / 2);
        double reach = t * standardError();
        return new Interval(difference() - reach, difference() + reach, level);
    }

    private double standardError() {
        return runs.deviation() / Math.sqrt(runs.size());
    }
}
