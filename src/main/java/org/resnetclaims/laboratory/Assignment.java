package org.resnetclaims.laboratory;

import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;

/** A run on its way through the laboratory; the natural order is longest first, then first come first served. */
record Assignment(Run run, double work, int number, CompletableFuture<RunOutcome> outcome)
        implements Comparable<Assignment> {

    private static final Comparator<Assignment> LONGEST_FIRST =
            Comparator.comparingDouble(Assignment::work).reversed().thenComparingInt(Assignment::number);

    Assignment(Run run, double work, int number) {
        this(run, work, number, new CompletableFuture<>());
    }

    String label() {
        return "%s seed %d".formatted(run.network().name(), run.seed());
    }

    @Override
    public int compareTo(Assignment other) {
        return LONGEST_FIRST.compare(this, other);
    }
}
