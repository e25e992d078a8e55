package org.resnetclaims.evidence;

import java.util.List;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Verdict;

/**
 * Everything that a claim leaves behind; the report is drawn from this alone.
 *
 * @param place      where in the paper, as the folder under {@code reproductions}, such as {@code figure1}
 * @param metric     {@code training error} or {@code test error}; null for an exact claim
 * @param hypothesis in words, fixed before the result; null for an exact claim
 * @param decision   null for an exact claim, or one that did not get that far
 * @param control    null where the claim has none
 */
public record ClaimRecord(
        String id,
        String place,
        String source,
        String statement,
        Verdict verdict,
        String reason,
        String metric,
        String hypothesis,
        Decision decision,
        ControlRecord control,
        List<Quantity> quantities,
        List<ArmRecord> arms,
        double seconds) {

    public ClaimRecord {
        quantities = List.copyOf(quantities);
        arms = List.copyOf(arms);
        if (verdict == Verdict.REPRODUCED && !isBackedUp(metric, decision, control, quantities, arms)) {
            throw new IllegalArgumentException("its verdict is not that of its decision, or its runs are missing");
        }
    }

    /** A REPRODUCED has to come from somewhere. */
    private static boolean isBackedUp(
            String metric, Decision decision, ControlRecord control, List<Quantity> quantities, List<ArmRecord> arms) {
        if (metric == null) {
            return !quantities.isEmpty();
        }
        return decision != null
                && decision.verdict() == Verdict.REPRODUCED
                && !arms.isEmpty()
                && arms.stream().noneMatch(arm -> arm.runs().isEmpty())
                && !(control != null && control.decision() != null && control.decision().verdict() == Verdict.REPRODUCED);
    }
}
