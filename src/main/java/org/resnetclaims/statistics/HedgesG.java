package org.resnetclaims.statistics;

import org.apache.commons.numbers.gamma.LogGamma;

/** The difference of two means in pooled standard deviations, corrected for small samples exactly (Hedges 1981). */
final class HedgesG {

    private HedgesG() {}

    static double of(double[] first, double[] second) {
        Welch arms = new Welch(first, second);
        double[] deviations = arms.deviations();
        int freedom = first.length + second.length - 2;
        double pooled = Math.sqrt(((first.length - 1) * deviations[0] * deviations[0]
                        + (second.length - 1) * deviations[1] * deviations[1])
                / freedom);
        return correction(freedom) * arms.difference() / pooled;
    }

    private static double correction(double freedom) {
        return Math.exp(LogGamma.value(freedom / 2) - LogGamma.value((freedom - 1) / 2)) / Math.sqrt(freedom / 2);
    }
}
