package org.resnetclaims.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.resnetclaims.statistics.methods.Ranks;

/**
 * How many of the runs of an arm failed to train, and how many of all runs that could be drawn may.
 *
 * @param upperBound of the rate of failures: exact, one-sided, at 95 % (Clopper and Pearson 1934)
 */
public record FailedRuns(int failed, int runs, double upperBound) {

    /** A rate of failures that has to be excluded before two errors are said to be alike. */
    public static final double LIMIT = 1.0 / 3;

    private static final double LEVEL = 0.95;

    /** @param failed whether each run of the arm did */
    public static FailedRuns of(boolean[] failed) {
        int count = 0;
        for (boolean run : failed) {
            count += run ? 1 : 0;
        }
        double upper = Ranks.clopperPearson(count, failed.length, 2 * LEVEL - 1).upper();
        return new FailedRuns(count, failed.length, upper);
    }

    boolean withinLimit() {
        return upperBound <= LIMIT;
    }

    /** Of the statement that fewer runs fail than the limit: at most 0.05 exactly when the bound is within it. */
    double pValue() {
        return BinomialDistribution.of(runs, LIMIT).cumulativeProbability(failed);
    }
}
