package org.resnetclaims.laboratory;

import java.util.Comparator;

/**
 * What a worker of the laboratory does next. What the archive has and examinations come first, since they are short and
 * what is looked at fills memory; then runs that were interrupted; then the longest run; then first come first served.
 */
sealed interface Assignment extends Comparable<Assignment> permits RunAssignment, ExaminationAssignment {

    Comparator<Assignment> ORDER = Comparator.comparing((Assignment assignment) -> assignment.work() > 0)
            .thenComparing(assignment -> !assignment.begun())
            .thenComparing(Comparator.comparingDouble(Assignment::work).reversed())
            .thenComparingInt(Assignment::number);

    /** Whether a part of it is done already. */
    boolean begun();

    /** Whether the archive has what comes of it. */
    boolean kept();

    /** How long it takes, as {@link org.resnetclaims.training.Run#work} counts; 0 where that is next to nothing. */
    double work();

    /** Those that came later have a larger one. */
    int number();

    /** What it is, for the user. */
    String label();

    @Override
    default int compareTo(Assignment other) {
        return ORDER.compare(this, other);
    }
}
