package org.resnetclaims.laboratory;

import org.resnetclaims.training.Run;

/**
 * A run on its way through the laboratory.
 *
 * @param begun whether an earlier session has trained a part of it
 * @param kept whether an earlier session has trained all of it, and what is asked for was kept
 * @param work counted once, since the order of all that waits goes by it
 */
record RunAssignment(Run run, boolean begun, boolean kept, int number, double work) implements Assignment {

    RunAssignment(Run run, boolean begun, boolean kept, int number) {
        this(run, begun, kept, number, kept ? 0 : run.work());
    }

    @Override
    public String label() {
        return "%s seed %d".formatted(run.network().name(), run.seed());
    }
}
