package org.resnetclaims.training;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a run left behind.
 *
 * @param run the identity of the run
 * @param diverged whether the loss became NaN or infinite; the errors are then those of guessing
 * @param trainingError error in % on the whole training set at the end, inference mode, no augmentation
 * @param testError error in % on the whole test set at the end, inference mode
 * @param testMistakes the images of the test set that it got wrong at the end; unknown for a run that diverged
 * @param seconds wall time of the training
 */
public record RunOutcome(
        String run,
        long seed,
        boolean diverged,
        double trainingError,
        double testError,
        Mistakes testMistakes,
        List<CurvePoint> curve,
        double seconds)
        implements Serializable {

    public RunOutcome {
        Objects.requireNonNull(run, "an outcome has no run");
        Objects.requireNonNull(testMistakes, "an outcome has no mistakes");
        requirePercent(trainingError);
        requirePercent(testError);
        curve = List.copyOf(curve);
    }

    /** Whether everything that another run measured is equal to the bit, as if its network were the same. */
    public boolean hasSameBitsAs(RunOutcome other) {
        return seed == other.seed
                && Double.compare(trainingError, other.trainingError) == 0
                && Double.compare(testError, other.testError) == 0
                && testMistakes.equals(other.testMistakes)
                && curve.equals(other.curve);
    }

    private static void requirePercent(double error) {
        if (!(error >= 0 && error <= 100)) {
            throw new IllegalArgumentException("an error lies between 0 and 100 %, not at " + error);
        }
    }
}
