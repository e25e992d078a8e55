package org.resnetclaims.statistics;

import java.util.Arrays;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * Welch's t test (1947) of the difference of two means, with unequal variances.
 *
 * <p>Where neither arm varies at all there is no t. The spread is then unknown rather than zero, and all that is left is
 * how seldom chance would sort the runs like this: one of all the ways to share them out, as in a permutation test.
 */
final class Welch {

    private static final TTest TEST = TTest.withDefaults().with(DataDispersion.HETEROSCEDASTIC);

    private final double[] means;
    private final double[] variances;
    private final int[] sizes;

    Welch(double[] first, double[] second) {
        means = new double[] {mean(first), mean(second)};
        variances = new double[] {variance(first, means[0]), variance(second, means[1])};
        sizes = new int[] {first.length, second.length};
    }

    double difference() {
        return means[0] - means[1];
    }

    /** Standard deviations of the two samples. */
    double[] deviations() {
        return new double[] {Math.sqrt(variances[0]), Math.sqrt(variances[1])};
    }

    /** Against a difference of {@code bound}; not finite where neither arm varies. */
    double statistic(double bound) {
        return (difference() - bound) / standardError();
    }

    /** Of the statement: a small one speaks for it. */
    double pValue(OneSided statement) {
        if (standardError() == 0) {
            double distance = difference() - statement.bound();
            boolean seen = statement.above() ? distance > 0 : distance < 0;
            return seen ? 1 / BinomialCoefficientDouble.value(sizes[0] + sizes[1], sizes[0]) : 1;
        }
        return test(statement.above() ? AlternativeHypothesis.GREATER_THAN : AlternativeHypothesis.LESS_THAN,
                        statement.bound())
                .getPValue();
    }

    /** Of the difference; of no width where neither arm varies. */
    Interval interval(double level) {
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
                .test(means[0], variances[0], sizes[0], means[1], variances[1], sizes[1]);
    }

    private double standardError() {
        return Math.sqrt(variances[0] / sizes[0] + variances[1] / sizes[1]);
    }

    private static double mean(double[] values) {
        return isConstant(values) ? values[0] : Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }

    /** Rounding must not give equal values a spread. */
    private static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
