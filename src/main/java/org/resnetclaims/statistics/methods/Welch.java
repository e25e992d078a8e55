package org.resnetclaims.statistics.methods;

import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * Welch's t test (1947) of the difference of two means, with unequal variances.
 *
 * <p>Where neither arm varies at all there is no t. The spread is then unknown rather than zero, and all that is left
 * is how seldom chance would sort the runs like this: one of all the ways to share them out, as in a permutation test.
 */
public final class Welch implements Contrast {

    private static final TTest TEST = TTest.withDefaults().with(DataDispersion.HETEROSCEDASTIC);

    private final Sample first;
    private final Sample second;

    public Welch(Sample first, Sample second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public double difference() {
        return first.mean() - second.mean();
    }

    @Override
    public double statistic(double bound) {
        return (difference() - bound) / standardError();
    }

    @Override
    public double pValue(OneSided statement) {
        if (standardError() == 0) {
            return statement.seen(difference()) ? 1 / Permutations.ways(first.size(), second.size()) : 1;
        }
        return test(
                        statement.above() ? AlternativeHypothesis.GREATER_THAN : AlternativeHypothesis.LESS_THAN,
                        statement.bound())
                .getPValue();
    }

    @Override
    public Interval interval(double level) {
        if (standardError() == 0) {
            return new Interval(difference(), difference(), level);
        }
        double freedom = test(AlternativeHypothesis.TWO_SIDED, 0).getDegreesOfFreedom();
        double reach = TDistribution.of(freedom).inverseSurvivalProbability((1 - level) / 2) * standardError();
        return new Interval(difference() - reach, difference() + reach, level);
    }

    private TTest.Result test(AlternativeHypothesis alternative, double bound) {
        return TEST.with(alternative)
                .withMu(bound)
                .test(first.mean(), first.variance(), first.size(), second.mean(), second.variance(), second.size());
    }

    private double standardError() {
        return Math.sqrt(first.variance() / first.size() + second.variance() / second.size());
    }
}
