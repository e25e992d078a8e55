package org.resnetclaims.statistics;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.statistics.methods.Interval;

/**
 * The result of a sequential test of two arms, or of one and a number; numbers are those of the last look. All
 * intervals hold over all looks together, at a level of one less twice the error rate, so the interval of the
 * difference lies beyond the margin whenever a directional claim is decided. A decision follows from the hypothesis and
 * the observations alone.
 *
 * @param reason one sentence with the numbers that led to the verdict
 * @param difference mean of the first arm less mean of the second, or less the number that stands in its place, in the
 *     unit of the hypothesis
 * @param interval of the difference, by Welch, or by Student for one arm; of no width where no arm varies and its
 *     errors have no resolution
 * @param pValue one-sided, of the claim, over all looks, and of the obstacle where the last look met one: for error
 *     rates up to 5 % at most that rate exactly when the verdict is REPRODUCED
 * @param effectSize Hedges' g; infinite or NaN where no arm varies and its errors have no resolution
 * @param probabilityOfSuperiority that a run of the first arm has a higher error than one of the second, or than the
 *     number
 * @param superiorityInterval of that probability
 * @param firstFailures runs of the first arm that failed to train
 * @param secondFailures likewise; null where a number stands in its place
 * @param images what other images might say; null where the errors do not speak of a sample of images, or it is not
 *     known which of them each run got wrong
 * @param crossChecks the same claim by other methods, for comparison
 */
public record Decision(
        Hypothesis hypothesis,
        Verdict verdict,
        String reason,
        List<Look> looks,
        double difference,
        Interval interval,
        double pValue,
        double effectSize,
        double probabilityOfSuperiority,
        Interval superiorityInterval,
        FailedRuns firstFailures,
        @Nullable FailedRuns secondFailures,
        @Nullable ImageCheck images,
        CrossChecks crossChecks) {

    public Decision {
        Objects.requireNonNull(hypothesis, "a decision has no hypothesis");
        Objects.requireNonNull(verdict, "a decision has no verdict");
        Objects.requireNonNull(interval, "a decision has no interval");
        Objects.requireNonNull(superiorityInterval, "a decision has no interval of superiority");
        Objects.requireNonNull(firstFailures, "a decision does not say how many runs failed");
        Objects.requireNonNull(crossChecks, "a decision has no cross-checks");
        looks = List.copyOf(looks);
    }
}
