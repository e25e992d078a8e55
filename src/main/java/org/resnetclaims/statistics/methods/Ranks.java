package org.resnetclaims.statistics.methods;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/** What the order of the runs says, whatever their distances. */
public final class Ranks {

    private static final MannWhitneyUTest TEST = MannWhitneyUTest.withDefaults();

    private Ranks() {}

    /** By Mann and Whitney: the permutation test of the ranks, and so exact with ties too. */
    public static double pValue(OneSided statement, double[] first, double[] second) {
        double[] distances = Arrays.copyOf(statement.distances(first, 0), first.length + second.length);
        System.arraycopy(
                new OneSided(0, statement.above()).distances(second, 0), 0, distances, first.length, second.length);
        double[] ranks = midranks(distances);
        return Permutations.pValue(
                OneSided.above(0),
                Arrays.copyOf(ranks, first.length),
                Arrays.copyOfRange(ranks, first.length, ranks.length));
    }

    /** From 1 up; values that are equal, but for rounding, share the mean of their ranks. */
    static double[] midranks(double[] values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = 0.5;
            for (double other : values) {
                double below = values[i] - other;
                ranks[i] += Math.abs(below) < OneSided.ROUNDING ? 0.5 : below > 0 ? 1 : 0;
            }
        }
        return ranks;
    }

    /** Probability that a run of the first arm lies above one of the second; ties count half. */
    public static double superiority(double[] first, double[] second) {
        return TEST.statistic(first, second) / ((double) first.length * second.length);
    }

    /**
     * Of the superiority: the interval of Clopper and Pearson (1934) for a proportion of as many pairs as the smaller
     * arm has runs, whose variance is the largest that the estimate can have (Birnbaum and Klose 1957). Narrower
     * intervals suppose arms of like spread, and a network that does not train is not like one that does.
     */
    public static Interval superiorityInterval(double[] first, double[] second, double level) {
        int pairs = Math.min(first.length, second.length);
        return clopperPearson(superiority(first, second) * pairs, pairs, level);
    }

    /** @param hits not always whole: ties count half, and pairs are averaged over all ways to pair */
    public static Interval clopperPearson(double hits, int trials, double level) {
        double tail = (1 - level) / 2;
        double lower =
                hits <= 0 ? 0 : BetaDistribution.of(hits, trials - hits + 1).inverseCumulativeProbability(tail);
        double upper = hits >= trials
                ? 1
                : BetaDistribution.of(hits + 1, trials - hits).inverseSurvivalProbability(tail);
        return new Interval(lower, upper, level);
    }
}
