package org.resnetclaims.laboratory;

import org.resnetclaims.training.Run;

/**
 * A run on its way through the laboratory.
 *
 * @param begun whether an earlier session has trained a part of it
 * @param kept whether an earlier session has trained all of it, and what is asked for was kept
 */
record RunAssignment(Run run, boolean begun, boolean kept, int number) implements Assignment {

    @Override
    public double work() {
        return kept ? 0 : run.work();
    }

    @Override
    public String label() {
        return "%s seed %d".formatted(run.network().name(), run.seed());
    }
}
