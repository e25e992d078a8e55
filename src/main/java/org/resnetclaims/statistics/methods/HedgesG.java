package org.resnetclaims.statistics.methods;

import org.apache.commons.numbers.gamma.LogGamma;

/** The difference of two means in pooled standard deviations, corrected for small samples exactly (Hedges 1981). */
public final class HedgesG {

    private HedgesG() {}

    public static double of(Sample first, Sample second) {
        int freedom = first.size() + second.size() - 2;
        double pooled =
                Math.sqrt(((first.size() - 1) * first.variance() + (second.size() - 1) * second.variance()) / freedom);
        return correction(freedom) * (first.mean() - second.mean()) / pooled;
    }

    static double correction(double freedom) {
        return Math.exp(LogGamma.value(freedom / 2) - LogGamma.value((freedom - 1) / 2)) / Math.sqrt(freedom / 2);
    }
}
