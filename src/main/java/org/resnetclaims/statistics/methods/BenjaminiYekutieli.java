package org.resnetclaims.statistics.methods;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The adjustment of Benjamini and Yekutieli (2001) of the p-values of several claims that are reported together,
 * whatever the claims have to do with each other.
 */
public final class BenjaminiYekutieli {

    private BenjaminiYekutieli() {}

    /**
     * Of the claims whose adjusted values are at most some rate, the share that is false is on average at most that
     * rate.
     *
     * @return in the order given
     */
    public static double[] adjust(double[] pValues) {
        int claims = pValues.length;
        int[] descending = IntStream.range(0, claims)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double dependence =
                IntStream.rangeClosed(1, claims).mapToDouble(i -> 1.0 / i).sum();
        double[] adjusted = new double[claims];
        double smallest = 1;
        for (int i = 0; i < claims; i++) {
            int claim = descending[i];
            smallest = Math.min(smallest, dependence * claims / (claims - i) * pValues[claim]);
            adjusted[claim] = smallest;
        }
        return adjusted;
    }
}
