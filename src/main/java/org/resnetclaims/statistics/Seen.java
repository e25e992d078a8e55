package org.resnetclaims.statistics;

import org.jspecify.annotations.Nullable;
import org.resnetclaims.statistics.methods.Contrast;
import org.resnetclaims.statistics.methods.Interval;
import org.resnetclaims.statistics.methods.OneSided;

/** The runs that one look has seen, and what every method says of them. */
interface Seen {

    /** What decides, if no gate is closed. */
    Contrast contrast();

    FailedRuns firstFailures();

    /** Null where the second arm is a number. */
    @Nullable
    FailedRuns secondFailures();

    /** Of the arm that may fail more often. */
    default FailedRuns mostFailures() {
        FailedRuns first = firstFailures();
        FailedRuns second = secondFailures();
        return second == null || first.upperBound() >= second.upperBound() ? first : second;
    }

    /** Null where it is not known which images the runs got wrong. */
    @Nullable
    ImageCheck images(Hypothesis hypothesis);

    /** Whether the runs of an arm differ by less than the resolution of their errors. */
    boolean coarse();

    /** p-value of the permutation test. */
    double permutation(OneSided statement);

    /** One over the number of ways that it counts. */
    double leastPermutation();

    double effectSize();

    /** Probability that a run of the first arm has a higher error than one of the second, or than the number. */
    double superiority();

    Interval superiorityInterval(double level);

    CrossChecks crossChecks(Hypothesis hypothesis, double level);
}
