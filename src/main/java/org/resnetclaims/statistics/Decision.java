package org.resnetclaims.statistics;

import java.util.List;
import java.util.Objects;

/**
 * The result of a sequential test of two arms, or of one and a number; numbers are those of the last look. All intervals hold over all looks
 * together, at a level of one less twice the error rate, so the interval of the difference lies beyond the margin
 * exactly when a directional claim is decided.
 *
 * @param reason                   one sentence with the numbers that led to the verdict
 * @param difference               mean of the first arm less mean of the second, or less the number that stands in its
 *                                 place, in points
 * @param interval                 of the difference, by Welch, or by Student for one arm; of no width where no arm varies
 * @param pValue                   one-sided, of the claim, over all looks: at most the error rate exactly when the verdict
 *                                 is REPRODUCED
 * @param effectSize               Hedges' g; infinite or NaN where no arm varies
 * @param probabilityOfSuperiority that a run of the first arm has a higher error than one of the second, or than
 *                                 the number
 * @param superiorityInterval      of that probability
 * @param crossChecks              the same claim by other methods, for comparison; they decide nothing
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
        CrossChecks crossChecks) {

    public Decision {
        Objects.requireNonNull(hypothesis, "a decision has no hypothesis");
        Objects.requireNonNull(verdict, "a decision has no verdict");
        Objects.requireNonNull(interval, "a decision has no interval");
        Objects.requireNonNull(superiorityInterval, "a decision has no interval of superiority");
        Objects.requireNonNull(crossChecks, "a decision has no cross-checks");
        looks = List.copyOf(looks);
    }
}
