package org.resnetclaims.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/** What the order of the runs says, whatever their distances. */
final class Ranks {

    private static final MannWhitneyUTest TEST = MannWhitneyUTest.withDefaults();
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Ranks() {}

    /** By Mann and Whitney: exact for fewer than 50 runs an arm without ties, else asymptotic with continuity correction. */
    static double pValue(OneSided statement, double[] first, double[] second) {
        return TEST.with(statement.above() ? AlternativeHypothesis.GREATER_THAN : AlternativeHypothesis.LESS_THAN)
                .withMu(statement.bound())
                .test(first, second)
                .getPValue();
    }

    /** Probability that a run of the first arm lies above one of the second; ties count half. */
    static double superiority(double[] first, double[] second) {
        return TEST.statistic(first, second) / ((double) first.length * second.length);
    }

    /**
     * Of the superiority: Wilson's score interval (1927) with the largest variance that the estimate can have, that of a
     * proportion of as many pairs as the smaller arm has runs (Birnbaum and Klose 1957). Narrower intervals suppose arms
     * of like spread, which a network that does not train is not.
     */
    static Interval superiorityInterval(double[] first, double[] second, double level) {
        return wilson(superiority(first, second), Math.min(first.length, second.length), level);
    }

    static Interval wilson(double proportion, int trials, double level) {
        double z = NORMAL.inverseSurvivalProbability((1 - level) / 2);
        double share = z * z / trials;
        double centre = (proportion + share / 2) / (1 + share);
        double reach = Math.sqrt(share * (proportion * (1 - proportion) + share / 4)) / (1 + share);
        return new Interval(Math.max(0, centre - reach), Math.min(1, centre + reach), level);
    }
}
