package org.resnetclaims.statistics;

import java.util.List;

/**
 * The result of a sequential test of two arms; numbers are those of the last look.
 *
 * @param reason                   one sentence with the numbers that led to the verdict
 * @param difference               mean of the first arm less mean of the second, in points
 * @param interval                 of the difference, by Welch
 * @param pValue                   one-sided, of the claim
 * @param effectSize               Hedges' g
 * @param probabilityOfSuperiority that a run of the first arm has a higher error than one of the second
 * @param superiorityInterval      of that probability
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
        Interval superiorityInterval) {

    public Decision {
        looks = List.copyOf(looks);
    }
}
