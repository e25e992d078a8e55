package org.resnetclaims.evidence;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Verdict;

/**
 * Everything that a claim leaves behind; the report is drawn from this alone.
 *
 * @param session the identity of the session that judged it
 * @param place where in the paper, as the folder under {@code reproductions}, such as {@code figure1}
 * @param expected null unless the claim is known to come out REFUTED at this scale
 * @param metric null for an exact claim
 * @param hypothesis in words, fixed before the result; null for an exact claim
 * @param decision null for an exact claim, or one that did not get that far
 * @param control its own; null where the claim has none
 * @param guards the ids of the session's controls that guard it too
 */
public record ClaimRecord(
        String session,
        String id,
        String place,
        String source,
        String statement,
        Kind kind,
        Verdict verdict,
        String reason,
        @Nullable ExpectedRefutation expected,
        @Nullable Metric metric,
        @Nullable String hypothesis,
        @Nullable Decision decision,
        @Nullable ControlRecord control,
        List<String> guards,
        List<Quantity> quantities,
        List<ArmRecord> arms,
        double seconds) {

    public ClaimRecord {
        Objects.requireNonNull(session, "a claim has no session");
        guards = List.copyOf(guards);
        quantities = List.copyOf(quantities);
        arms = List.copyOf(arms);
        if (verdict == Verdict.REPRODUCED && !isBackedUp(metric, decision, control, quantities, arms)) {
            throw new IllegalArgumentException("its verdict is not that of its decision, or its runs are missing");
        }
    }

    /** The reason of a claim that needs no training and whose numbers all agree. */
    public static String exactReason(List<Quantity> quantities) {
        return quantities.stream()
                .map(Quantity::inWords)
                .collect(Collectors.joining("; ", "Holds without training: ", "."));
    }

    /** A REPRODUCED has to come from somewhere. */
    private static boolean isBackedUp(
            @Nullable Metric metric,
            @Nullable Decision decision,
            @Nullable ControlRecord control,
            List<Quantity> quantities,
            List<ArmRecord> arms) {
        if (metric == null) {
            return !quantities.isEmpty();
        }
        return decision != null
                && decision.verdict() == Verdict.REPRODUCED
                && !arms.isEmpty()
                && arms.stream().noneMatch(arm -> arm.runs().isEmpty())
                && !(control != null
                        && control.decision() != null
                        && control.decision().verdict() == Verdict.REPRODUCED);
    }
}
