package org.resnetclaims.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A result that the paper gives with its spread, such as 6.61 +- 0.16 of 5 runs.
 *
 * @param mean      in percent
 * @param deviation sample standard deviation, in points
 * @param runs      at least 2
 */
public record Published(double mean, double deviation, int runs) {

    private static final double MARGIN_LEVEL = 0.95;

    public Published {
        if (!Double.isFinite(mean) || !(deviation >= 0) || runs < 2) {
            throw new IllegalArgumentException(
                    "a published result with a spread has a mean, a standard deviation from 0 up and at least 2 runs, not "
                            + mean + " +- " + deviation + " of " + runs);
        }
    }

    /**
     * How far the mean of as many new runs may lie from this one, by chance alone, in 95 of 100 cases: half the width of
     * their {@linkplain #prediction prediction interval}, in points as exact as the paper's errors.
     */
    public double margin() {
        Interval interval = prediction(runs, MARGIN_LEVEL);
        return Math.round(100 * (interval.upper() - interval.lower()) / 2) / 100.0;
    }

    /**
     * Where the mean of new runs lies, with the probability given, if they are drawn from what the paper's runs were drawn
     * from (Hahn and Meeker 1991, section 4.2).
     */
    public Interval prediction(int newRuns, double level) {
        double t = TDistribution.of(runs - 1).inverseSurvivalProbability((1 - level) / 2);
        double reach = t * deviation * Math.sqrt(1.0 / runs + 1.0 / newRuns);
        return new Interval(mean - reach, mean + reach, level);
    }
}
