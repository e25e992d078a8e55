package org.resnetclaims.statistics.methods;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's adjustment (1979) of the p-values of several claims that are reported together. */
public final class Holm {

    private Holm() {}

    /**
     * Where the adjusted values are at most some rate, the probability that even one of those claims is a false
     * positive is at most that rate.
     *
     * @return in the order given
     */
    public static double[] adjust(double[] pValues) {
        int[] ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double largest = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            int claim = ascending[rank];
            largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[claim]));
            adjusted[claim] = largest;
        }
        return adjusted;
    }
}
