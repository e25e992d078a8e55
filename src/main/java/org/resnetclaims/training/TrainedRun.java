package org.resnetclaims.training;

import java.io.Serializable;
import java.util.Objects;

/**
 * What is left of a run that was trained to its end.
 *
 * @param parameters of the network at the end; of a run that diverged, some are NaN or infinite
 */
public record TrainedRun(RunOutcome outcome, StateDict parameters) implements Serializable {

    public TrainedRun {
        Objects.requireNonNull(outcome, "a trained run has no outcome");
        Objects.requireNonNull(parameters, "a trained run has no parameters");
    }
}
