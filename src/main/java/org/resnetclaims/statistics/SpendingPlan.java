package org.resnetclaims.statistics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How the error rate is shared out over the looks (alpha spending, Lan and DeMets 1983), and what a p-value seen at one
 * of them is worth over all. Boundaries are nominal one-sided p-values, so they serve t statistics of any degrees of
 * freedom (Jennison and Turnbull 2000, section 3.8).
 */
final class SpendingPlan {

    /**
     * Shares of the error rate spent by a fraction of the seeds: the family of Hwang, Shih and DeCani (1990) at gamma =
     * 2, a little more eager than Pocock's. With looks crowded at the beginning it gives about the same boundary at
     * each.
     */
    private static double eager(double fraction) {
        return Math.expm1(-2 * fraction) / Math.expm1(-2);
    }

    /**
     * The theory takes the statistics for normal ones. Those of few seeds are t, which hang together less from look to
     * look, and Welch's degrees of freedom are an approximation; the calibration shows that this reserve pays for both.
     */
    static final double SPENT = 0.75;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** A plan takes milliseconds to compute, and most claims share one. */
    private static final Map<Terms, SpendingPlan> KNOWN = new ConcurrentHashMap<>();

    private final Crossing[] crossings;
    private final double[] spentBefore;
    private final double[] levels;

    static SpendingPlan of(Hypothesis hypothesis) {
        return KNOWN.computeIfAbsent(new Terms(hypothesis.looks(), hypothesis.errorRate()), Terms::plan);
    }

    /** @param spending the error spent by a fraction of the information */
    SpendingPlan(double[] fractions, DoubleUnaryOperator spending) {
        crossings = new Crossing[fractions.length];
        spentBefore = new double[fractions.length];
        levels = new double[fractions.length];
        Crossing crossing = Crossing.first(fractions[0]);
        double spent = 0;
        for (int k = 0; k < fractions.length; k++) {
            crossings[k] = crossing;
            spentBefore[k] = spent;
            spent = spending.applyAsDouble(fractions[k]);
            double boundary = crossing.boundary(spent - spentBefore[k]);
            levels[k] = NORMAL.survivalProbability(boundary);
            if (k + 1 < fractions.length) {
                crossing = crossing.next(boundary, fractions[k + 1]);
            }
        }
    }

    /** The one-sided p-value that stops the test at a look, counted from 0. */
    double level(int look) {
        return levels[look];
    }

    /**
     * The p-value over all looks (stage-wise ordering, Jennison and Turnbull 2000, section 8.4) of one seen at a look:
     * at most the error rate exactly when it is within the level of that look.
     */
    double overall(int look, double p) {
        double z = NORMAL.inverseSurvivalProbability(p);
        return Math.min(1, (spentBefore[look] + crossings[look].beyond(z)) / SPENT);
    }

    /** What a plan follows from. */
    private record Terms(List<Integer> looks, double errorRate) {

        SpendingPlan plan() {
            double most = looks.get(looks.size() - 1);
            double[] fractions =
                    looks.stream().mapToDouble(seeds -> seeds / most).toArray();
            return new SpendingPlan(fractions, fraction -> SPENT * errorRate * eager(fraction));
        }
    }
}
