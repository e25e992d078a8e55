package org.resnetclaims.training;

import java.util.List;

/**
 * What a run left behind.
 *
 * @param run           the identity of the run
 * @param diverged      whether the loss became NaN or infinite; the errors are then those of guessing
 * @param trainingError error in % on the whole training set at the end, inference mode, no augmentation
 * @param testError     error in % on the whole test set at the end, inference mode
 * @param seconds       wall time of the training
 */
public record RunOutcome(
        String run,
        long seed,
        boolean diverged,
        double trainingError,
        double testError,
        List<CurvePoint> curve,
        double seconds) {

    public RunOutcome {
        curve = List.copyOf(curve);
    }
}
