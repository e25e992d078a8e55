package org.resnetclaims.laboratory;

import org.resnetclaims.training.Run;

/** A run on its way through the laboratory. */
record RunAssignment(Run run, double work, int number) implements Assignment {

    @Override
    public String label() {
        return "%s seed %d".formatted(run.network().name(), run.seed());
    }
}
