package org.resnetclaims.laboratory;

import org.resnetclaims.training.Run;

/**
 * A run on its way through the laboratory.
 *
 * @param begun whether an earlier session has trained a part of it
 */
record RunAssignment(Run run, boolean begun, double work, int number) implements Assignment {

    @Override
    public String label() {
        return "%s seed %d".formatted(run.network().name(), run.seed());
    }
}
