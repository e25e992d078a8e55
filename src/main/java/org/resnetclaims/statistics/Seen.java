package org.resnetclaims.statistics;

/** The errors that one look has seen, and what every method says of them. */
interface Seen {

    /** What decides. */
    Contrast contrast();

    double effectSize();

    /** Probability that a run of the first arm has a higher error than one of the second, or than the number. */
    double superiority();

    Interval superiorityInterval(double level);

    CrossChecks crossChecks(Hypothesis hypothesis, double level);
}
