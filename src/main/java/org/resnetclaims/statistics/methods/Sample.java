package org.resnetclaims.statistics.methods;

import java.util.Arrays;

/** What the t tests need to know of the errors of an arm. */
public record Sample(int size, double mean, double variance) {

    /** The variance of a single value is NaN. */
    public static Sample of(double[] values) {
        double mean =
                isConstant(values) ? values[0] : Arrays.stream(values).average().orElseThrow();
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return new Sample(values.length, mean, sum / (values.length - 1));
    }

    /** With a standard deviation of at least {@code least}. */
    public Sample withSpread(double least) {
        return new Sample(size, mean, Math.max(variance, least * least));
    }

    /** Sum of the squared distances to the mean. */
    double squares() {
        return size == 1 ? 0 : (size - 1) * variance;
    }

    public double deviation() {
        return Math.sqrt(variance);
    }

    /** Rounding must not give equal values a spread. */
    private static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
