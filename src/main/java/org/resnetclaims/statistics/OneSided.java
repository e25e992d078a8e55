package org.resnetclaims.statistics;

/** The statement that the difference of two means lies above, or below, a bound in points. */
record OneSided(double bound, boolean above) {

    static OneSided above(double bound) {
        return new OneSided(bound, true);
    }

    static OneSided below(double bound) {
        return new OneSided(bound, false);
    }

    OneSided contrary() {
        return new OneSided(bound, !above);
    }

    /** Whether a difference that was seen is as the statement says. */
    boolean seen(double difference) {
        return above ? difference > bound : difference < bound;
    }
}
