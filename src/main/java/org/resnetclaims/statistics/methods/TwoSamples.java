package org.resnetclaims.statistics.methods;

/** The values of some runs, and those of others that they are set against. */
public record TwoSamples(double[] first, double[] second) {

    public TwoSamples {
        if (first.length == 0 || second.length == 0) {
            throw new IllegalArgumentException(
                    "%d values cannot be set against %d".formatted(first.length, second.length));
        }
    }
}
