package org.resnetclaims.statistics.methods;

import java.util.SplittableRandom;

/**
 * Fisher's permutation test of one mean: how many of all ways to choose on which side of the number each run lies give
 * a mean at least as far beyond it. Exact up to twenty runs, by seeded sampling above.
 */
public final class SignFlips {

    private static final int MOST_ENUMERATED = 20;
    private static final int SAMPLES = 99_999;
    private static final long SEED = 20_151_210;

    private SignFlips() {}

    /** @param distances positive where a run lies as the statement has it */
    public static double pValue(double[] distances) {
        double seen = 0;
        double size = 0;
        for (double distance : distances) {
            seen += distance;
            size += Math.abs(distance);
        }
        double least = seen - 1e-12 * size; // equal sums must count as equal in whatever order they were added
        return distances.length <= MOST_ENUMERATED
                ? count(distances, 0, least) / ways(distances.length)
                : sampled(distances, least);
    }

    /** For so many runs to fall on either side. */
    public static double ways(int runs) {
        return Math.pow(2, runs);
    }

    /** Ways to flip the distances from {@code start} on whose sum is at least {@code least}. */
    private static long count(double[] distances, int start, double least) {
        if (start == distances.length) {
            return least <= 0 ? 1 : 0;
        }
        return count(distances, start + 1, least - distances[start])
                + count(distances, start + 1, least + distances[start]);
    }

    /** Counts what was seen as one of the samples, so that no p-value is 0 (Phipson and Smyth 2010). */
    private static double sampled(double[] distances, double least) {
        SplittableRandom random = new SplittableRandom(SEED);
        int hits = 1;
        for (int sample = 0; sample < SAMPLES; sample++) {
            double sum = 0;
            for (double distance : distances) {
                sum += random.nextBoolean() ? distance : -distance;
            }
            hits += sum >= least ? 1 : 0;
        }
        return hits / (SAMPLES + 1.0);
    }
}
