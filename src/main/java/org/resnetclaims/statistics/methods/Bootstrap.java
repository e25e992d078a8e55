package org.resnetclaims.statistics.methods;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The bootstrap percentile interval of the difference of two means, with the percentiles moved out for small samples as
 * Hesterberg (2015, "What teachers should know about the bootstrap") does. It cannot reach beyond the runs it has seen.
 */
public final class Bootstrap {

    private static final int RESAMPLES = 9_999;
    private static final long SEED = 20_151_210;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Bootstrap() {}

    public static Interval interval(double[] first, double[] second, double level) {
        return interval(List.of(first, second), new double[] {1, -1}, level);
    }

    /** Likewise of any contrast of means, such as the rise of a {@link Trend}. */
    public static Interval interval(List<double[]> arms, double[] weights, double level) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] differences = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int arm = 0; arm < weights.length; arm++) {
                differences[i] += weights[arm] * resampledMean(arms.get(arm), random);
            }
        }
        Arrays.sort(differences);
        int runs = arms.stream().mapToInt(arm -> arm.length).min().orElseThrow();
        int cut = (int) (tail(runs, level) * RESAMPLES);
        return new Interval(differences[cut], differences[RESAMPLES - 1 - cut], level);
    }

    private static double tail(int runs, double level) {
        double t = TDistribution.of(runs - 1).inverseSurvivalProbability((1 - level) / 2);
        return NORMAL.survivalProbability(t * Math.sqrt(runs / (runs - 1.0)));
    }

    private static double resampledMean(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[random.nextInt(values.length)];
        }
        return sum / values.length;
    }
}
