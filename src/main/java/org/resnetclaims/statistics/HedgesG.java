package org.resnetclaims.statistics;

import org.apache.commons.numbers.gamma.LogGamma;

/** The difference of two means in pooled standard deviations, corrected for small samples exactly (Hedges 1981). */
final class HedgesG {

    private HedgesG() {}

    static double of(double[] first, double[] second) {
        Sample one = Sample.of(first);
        Sample other = Sample.of(second);
        int freedom = one.size() + other.size() - 2;
        double pooled = Math.sqrt(
                ((one.size() - 1) * one.variance() + (other.size() - 1) * other.variance()) / freedom);
        return correction(freedom) * (one.mean() - other.mean()) / pooled;
    }

    static double correction(double freedom) {
        return Math.exp(LogGamma.value(freedom / 2) - LogGamma.value((freedom - 1) / 2)) / Math.sqrt(freedom / 2);
    }
}
