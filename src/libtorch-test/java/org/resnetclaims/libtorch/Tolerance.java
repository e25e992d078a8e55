package org.resnetclaims.libtorch;

/**
 * How near the numbers of two engines must lie to each other, number by number as {@code torch.testing.assert_close}
 * has it: by no more than {@code absolute + relative * |expected|}.
 */
record Tolerance(double relative, double absolute) {

    /** The same of numbers that so many times the rounding has gone into. */
    Tolerance times(double factor) {
        return new Tolerance(factor * relative, factor * absolute);
    }

    /**
     * The largest distance in shares of what is allowed: at most 1 where all numbers are close. Infinite where one is
     * not a number, or there are more of them on one side.
     */
    double exhaustedBy(float[] actual, float[] expected) {
        if (actual.length != expected.length) {
            return Double.POSITIVE_INFINITY;
        }
        double most = 0;
        for (int i = 0; i < actual.length; i++) {
            double share = Math.abs((double) actual[i] - expected[i]) / (absolute + relative * Math.abs(expected[i]));
            most = Math.max(most, Double.isNaN(share) ? Double.POSITIVE_INFINITY : share);
        }
        return most;
    }
}
