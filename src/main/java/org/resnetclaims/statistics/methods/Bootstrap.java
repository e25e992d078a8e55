package org.resnetclaims.statistics.methods;

import java.util.Arrays;
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
        SplittableRandom random = new SplittableRandom(SEED);
        double[] differences = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            differences[i] = resampledMean(first, random) - resampledMean(second, random);
        }
        Arrays.sort(differences);
        int cut = (int) (tail(Math.min(first.length, second.length), level) * RESAMPLES);
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
