package org.resnetclaims.statistics.methods;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The rise of the straight line of least squares through the means of several arms in an order, from the first arm to
 * the last: a contrast of the means, tested as Welch (1947) tests that of two, with unequal variances and the degrees
 * of freedom of Satterthwaite (1946). Of two arms it is Welch's test.
 *
 * <p>Where no arm varies at all there is no t, and the permutation test stands in its place.
 */
public final class Trend implements Contrast {

    private final List<Sample> arms;
    private final double[] weights;

    public Trend(List<Sample> arms) {
        this.arms = List.copyOf(arms);
        this.weights = weights(arms.size());
    }

    /** What the mean of each arm counts in the rise of the line. */
    public static double[] weights(int arms) {
        double middle = (arms - 1) / 2.0;
        double squares = 0;
        for (int i = 0; i < arms; i++) {
            squares += (i - middle) * (i - middle);
        }
        double[] weights = new double[arms];
        for (int i = 0; i < arms; i++) {
            weights[i] = (arms - 1) * (i - middle) / squares;
        }
        return weights;
    }

    @Override
    public double difference() {
        double rise = 0;
        for (int i = 0; i < weights.length; i++) {
            rise += weights[i] * arms.get(i).mean();
        }
        return rise;
    }

    /** In pooled standard deviations of a run, corrected for small samples as {@link HedgesG} is. */
    public double effectSize() {
        double squares = arms.stream().mapToDouble(Sample::squares).sum();
        int freedom = arms.stream().mapToInt(arm -> arm.size() - 1).sum();
        return HedgesG.correction(freedom) * difference() / Math.sqrt(squares / freedom);
    }

    @Override
    public double statistic(double bound) {
        return (difference() - bound) / standardError();
    }

    @Override
    public double pValue(OneSided statement) {
        if (standardError() == 0) {
            return statement.seen(difference())
                    ? TrendPermutations.pValue(
                            statement, arms.stream().map(Trend::repeated).toList())
                    : 1;
        }
        TDistribution t = TDistribution.of(freedom());
        double statistic = statistic(statement.bound());
        return statement.above() ? t.survivalProbability(statistic) : t.cumulativeProbability(statistic);
    }

    @Override
    public Interval interval(double level) {
        double reach = standardError() == 0
                ? 0
                : TDistribution.of(freedom()).inverseSurvivalProbability((1 - level) / 2) * standardError();
        return new Interval(difference() - reach, difference() + reach, level);
    }

    private double standardError() {
        return Math.sqrt(Arrays.stream(variances()).sum());
    }

    private double freedom() {
        double[] variances = variances();
        double squares = 0;
        for (int i = 0; i < variances.length; i++) {
            squares += variances[i] * variances[i] / (arms.get(i).size() - 1);
        }
        return Math.pow(Arrays.stream(variances).sum(), 2) / squares;
    }

    /** What the mean of each arm adds to the variance of the rise. */
    private double[] variances() {
        double[] variances = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            Sample arm = arms.get(i);
            variances[i] = weights[i] * weights[i] * arm.variance() / arm.size();
        }
        return variances;
    }

    private static double[] repeated(Sample arm) {
        double[] values = new double[arm.size()];
        Arrays.fill(values, arm.mean());
        return values;
    }
}
