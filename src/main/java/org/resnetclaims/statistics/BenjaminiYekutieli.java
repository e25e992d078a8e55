package org.resnetclaims.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The adjustment of Benjamini and Yekutieli (2001) for the false discovery rate of several claims that are reported
 * together. It holds however the p-values depend on each other, as those of claims that share runs do.
 */
public final class BenjaminiYekutieli {

    private BenjaminiYekutieli() {}

    /**
     * Of the claims whose adjusted values are at most some rate, the share of false positives is at most that rate on
     * average.
     *
     * @return in the order given
     */
    public static double[] adjust(double[] pValues) {
        int[] descending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double harmonic = IntStream.rangeClosed(1, pValues.length).mapToDouble(i -> 1.0 / i).sum();
        double[] adjusted = new double[pValues.length];
        double smallest = 1;
        for (int i = 0; i < descending.length; i++) {
            int claim = descending[i];
            int rank = pValues.length - i;
            smallest = Math.min(smallest, pValues[claim] * pValues.length * harmonic / rank);
            adjusted[claim] = smallest;
        }
        return adjusted;
    }
}
