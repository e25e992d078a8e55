package org.resnetclaims.statistics.methods;

/** A t test of the difference of two means, or of a mean and a number. */
public interface Contrast {

    double difference();

    /** Against a difference of {@code bound}; not finite where no run differs from another of its arm. */
    double statistic(double bound);

    /** Of the statement: a small one speaks for it. */
    double pValue(OneSided statement);

    /** Of the difference; of no width where no run differs from another of its arm. */
    Interval interval(double level);
}
