package org.resnetclaims.statistics.methods;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What several sessions on fresh seeds say together of the difference of two arms.
 *
 * @param draws how many independent draws of seeds
 * @param difference mean of the first arm less mean of the second, over the runs of all draws, in points
 * @param interval of it, Welch's at 95 %
 */
public record PooledEstimate(int draws, double difference, Interval interval) {

    private static final double LEVEL = 0.95;

    /**
     * @param draws the values of both arms in each, of seeds that no other draw has
     * @throws IllegalArgumentException where an arm has fewer than two values in all
     */
    public static PooledEstimate of(List<TwoSamples> draws) {
        Welch pooled = new Welch(pooled(draws, TwoSamples::first), pooled(draws, TwoSamples::second));
        return new PooledEstimate(draws.size(), pooled.difference(), pooled.interval(LEVEL));
    }

    private static Sample pooled(List<TwoSamples> draws, Function<TwoSamples, double[]> arm) {
        double[] values =
                draws.stream().map(arm).flatMapToDouble(Arrays::stream).toArray();
        if (values.length < 2) {
            throw new IllegalArgumentException("an estimate needs two values of each arm, not " + values.length);
        }
        return Sample.of(values);
    }
}
