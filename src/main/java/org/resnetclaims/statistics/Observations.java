package org.resnetclaims.statistics;

import java.util.BitSet;
import java.util.List;
import org.resnetclaims.statistics.methods.Sample;

/**
 * What a decision needs to know of the runs of an arm, in the order of their seeds.
 *
 * @param values one number of each run, such as a test error in percent
 * @param resolution the smallest step between two values, such as 100 divided by the number of test images; 0 where
 *     there is none
 * @param failed whether each run failed to train
 * @param mistakes of each run, the images of the sample that it got wrong; empty where the values do not speak of a
 *     sample of images
 * @param images how many images that sample has; 0 where there is none
 */
public record Observations(double[] values, double resolution, boolean[] failed, List<BitSet> mistakes, int images) {

    public Observations {
        mistakes = List.copyOf(mistakes);
        if (failed.length != values.length || (!mistakes.isEmpty() && mistakes.size() != values.length)) {
            throw new IllegalArgumentException("%d values, %d failures and the mistakes of %d runs do not fit together"
                    .formatted(values.length, failed.length, mistakes.size()));
        }
    }

    /** Numbers of which no more is known. */
    public static Observations of(double... values) {
        return new Observations(values, 0, new boolean[values.length], List.of(), 0);
    }

    /** The spread is never taken as smaller than one step of the measurement. */
    Sample sample() {
        return Sample.of(values).withSpread(resolution);
    }

    /** Whether the runs differ by less than the resolution. */
    boolean coarse() {
        return Sample.of(values).deviation() < resolution;
    }
}
