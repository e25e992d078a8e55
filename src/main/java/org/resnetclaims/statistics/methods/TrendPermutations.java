package org.resnetclaims.statistics.methods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;

/**
 * The permutation test of a {@link Trend}: in how many of all ways to share the runs out over the arms the line rises
 * at least as far. By seeded sampling.
 */
public final class TrendPermutations {

    private static final int SAMPLES = 9_999;
    private static final long SEED = 20_151_210;

    private TrendPermutations() {}

    /** @param arms the runs of each arm, in the order of the arms */
    public static double pValue(OneSided statement, List<double[]> arms) {
        double[] runs = withoutBound(statement, arms);
        double[] weights = weights(arms);
        double seen = 0;
        double size = 0;
        for (int i = 0; i < runs.length; i++) {
            seen += weights[i] * runs[i];
            size += Math.abs(weights[i] * runs[i]);
        }
        double least = seen - 1e-12 * size; // equal sums must count as equal in whatever order they were added
        SplittableRandom random = new SplittableRandom(SEED);
        int hits = 1; // what was seen is one of the samples, so that no p-value is 0 (Phipson and Smyth 2010)
        for (int sample = 0; sample < SAMPLES; sample++) {
            double rise = 0;
            for (int i = 0; i < runs.length; i++) {
                int j = random.nextInt(i, runs.length);
                double drawn = runs[j];
                runs[j] = runs[i];
                runs[i] = drawn;
                rise += weights[i] * drawn;
            }
            hits += rise >= least ? 1 : 0;
        }
        return hits / (SAMPLES + 1.0);
    }

    /** The same of their ranks, as Cuzick (1985) tests a trend; equal runs share the mean of their ranks. */
    public static double pRanks(OneSided statement, List<double[]> arms) {
        double[] ranks = Ranks.midranks(withoutBound(statement, arms));
        List<double[]> ranked = new ArrayList<>();
        int first = 0;
        for (double[] arm : arms) {
            double[] of = new double[arm.length];
            System.arraycopy(ranks, first, of, 0, arm.length);
            ranked.add(of);
            first += arm.length;
        }
        return pValue(OneSided.above(0), ranked);
    }

    /** The least p-value that there can be for arms of so many runs. */
    public static double least(List<double[]> arms) {
        double ways = 1;
        int runs = 0;
        for (double[] arm : arms) {
            runs += arm.length;
            ways *= BinomialCoefficientDouble.value(runs, arm.length);
        }
        return 1 / Math.min(ways, SAMPLES + 1.0);
    }

    /** All runs, less what a line that rises by the bound would have them differ by; a higher one speaks for it. */
    private static double[] withoutBound(OneSided statement, List<double[]> arms) {
        List<double[]> distances = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            double share = statement.bound() * arm / (arms.size() - 1);
            distances.add(new OneSided(share, statement.above()).distances(arms.get(arm), 0));
        }
        return distances.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** What each run counts in the rise of the line. */
    private static double[] weights(List<double[]> arms) {
        double[] ofArms = Trend.weights(arms.size());
        double[] weights = new double[arms.stream().mapToInt(arm -> arm.length).sum()];
        int run = 0;
        for (int arm = 0; arm < ofArms.length; arm++) {
            for (int i = 0; i < arms.get(arm).length; i++) {
                weights[run++] = ofArms[arm] / arms.get(arm).length;
            }
        }
        return weights;
    }
}
