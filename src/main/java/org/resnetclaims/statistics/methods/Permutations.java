package org.resnetclaims.statistics.methods;

import java.util.SplittableRandom;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;

/**
 * Fisher's permutation test of the difference of means: how many of all ways to share the runs out over the two arms
 * give a difference at least as large. Exact up to twelve runs an arm, by seeded sampling above.
 */
public final class Permutations {

    private static final double MOST_ENUMERATED = 3e6;
    private static final int SAMPLES = 99_999;
    private static final long SEED = 20_151_210;

    private Permutations() {}

    public static double pValue(OneSided statement, double[] first, double[] second) {
        double sign = statement.above() ? 1 : -1;
        double[] runs = new double[first.length + second.length];
        double seen = 0;
        double size = 0;
        for (int i = 0; i < runs.length; i++) {
            runs[i] = sign * (i < first.length ? first[i] - statement.bound() : second[i - first.length]);
            seen += i < first.length ? runs[i] : 0;
            size += Math.abs(runs[i]);
        }
        double least = seen - 1e-12 * size; // equal sums must count as equal in whatever order they were added
        double ways = ways(first.length, second.length);
        return ways <= MOST_ENUMERATED
                ? count(runs, 0, first.length, least) / ways
                : sampled(runs, first.length, least);
    }

    /** To share the runs out over the two arms. */
    public static double ways(int first, int second) {
        return BinomialCoefficientDouble.value(first + second, first);
    }

    /** Ways to choose {@code open} of the runs from {@code start} on whose sum is at least {@code least}. */
    private static long count(double[] runs, int start, int open, double least) {
        if (open == 0) {
            return least <= 0 ? 1 : 0;
        }
        long ways = 0;
        for (int i = start; i <= runs.length - open; i++) {
            ways += count(runs, i + 1, open - 1, least - runs[i]);
        }
        return ways;
    }

    /** Counts what was seen as one of the samples, so that no p-value is 0 (Phipson and Smyth 2010). */
    private static double sampled(double[] runs, int chosen, double least) {
        SplittableRandom random = new SplittableRandom(SEED);
        int hits = 1;
        for (int sample = 0; sample < SAMPLES; sample++) {
            double sum = 0;
            for (int i = 0; i < chosen; i++) {
                int j = random.nextInt(i, runs.length);
                double drawn = runs[j];
                runs[j] = runs[i];
                runs[i] = drawn;
                sum += drawn;
            }
            hits += sum >= least ? 1 : 0;
        }
        return hits / (SAMPLES + 1.0);
    }
}
