package org.resnetclaims.evidence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.statistics.Verdict;

/**
 * Everything that a claim leaves behind; the report is drawn from this alone.
 *
 * @param session the identity of the session that judged it; empty where the record itself was damaged
 * @param place where in the paper, as the folder under {@code reproductions}, such as {@code figure1}
 * @param test the class and the method of its test, such as {@code figure1.PlainNetworksDegrade.deeper_trains_worse}
 * @param standing as it was when the claim ended; the session has that of its end
 * @param expected null unless the claim is known to come out REFUTED at this scale
 * @param quantities numbers that were set beside the paper's
 * @param state what it has asserted of arms, and how far that was decided
 */
public record ClaimRecord(
        String session,
        String id,
        String place,
        String test,
        String source,
        String statement,
        Kind kind,
        Verdict verdict,
        String reason,
        Standing standing,
        @Nullable ExpectedRefutation expected,
        List<Quantity> quantities,
        ClaimState state,
        double seconds) {

    public ClaimRecord {
        Objects.requireNonNull(session, "a claim has no session");
        Objects.requireNonNull(id, "a claim has no id");
        Objects.requireNonNull(place, "a claim has no place");
        Objects.requireNonNull(test, "a claim has no test");
        Objects.requireNonNull(source, "a claim has no source");
        Objects.requireNonNull(statement, "a claim has no statement");
        Objects.requireNonNull(kind, "a claim has no kind");
        Objects.requireNonNull(verdict, "a claim has no verdict");
        Objects.requireNonNull(reason, "a claim has no reason");
        Objects.requireNonNull(standing, "a claim has no standing");
        Objects.requireNonNull(state, "a claim has no state");
        quantities = List.copyOf(quantities);
        if (verdict == Verdict.REPRODUCED && !isBackedUp(state, quantities)) {
            throw new IllegalArgumentException("its verdict is not that of its decision, or it has no numbers");
        }
        if (!standing.equals(Standing.of(verdict, state))) {
            throw new IllegalArgumentException("its standing is not that of its verdict and its control");
        }
    }

    /** With the standing that follows from the verdict and the claim's own control. */
    public static ClaimRecord of(
            String session,
            String id,
            String place,
            String test,
            String source,
            String statement,
            Kind kind,
            Verdict verdict,
            String reason,
            @Nullable ExpectedRefutation expected,
            List<Quantity> quantities,
            ClaimState state,
            double seconds) {
        return new ClaimRecord(
                session,
                id,
                place,
                test,
                source,
                statement,
                kind,
                verdict,
                reason,
                Standing.of(verdict, state),
                expected,
                quantities,
                state,
                seconds);
    }

    /** The reason of a claim that needs no training and whose numbers all agree. */
    public static String exactReason(List<Quantity> quantities) {
        return quantities.stream()
                .map(Quantity::inWords)
                .collect(Collectors.joining("; ", "Holds without training: ", "."));
    }

    /** What was decided of its arms; empty where nothing was. */
    public Optional<ClaimState.Judged> judged() {
        return state instanceof ClaimState.Judged judged ? Optional.of(judged) : Optional.empty();
    }

    /** What its arms are judged by; empty where it has asserted nothing of any. */
    public Optional<ObservableRecord> observable() {
        if (state instanceof ClaimState.Undecided undecided) {
            return Optional.of(undecided.observable());
        }
        return judged().map(ClaimState.Judged::observable);
    }

    /** What it has asserted of its arms, in words; empty where it has asserted nothing of any. */
    public Optional<String> hypothesis() {
        if (state instanceof ClaimState.Undecided undecided) {
            return Optional.of(undecided.hypothesis());
        }
        return judged().map(ClaimState.Judged::hypothesis);
    }

    /** Those of which it has asserted something. */
    public List<ArmRecord> arms() {
        if (state instanceof ClaimState.Undecided undecided) {
            return undecided.arms();
        }
        return judged().map(ClaimState.Judged::arms).orElse(List.of());
    }

    /** The ids of the session's controls that guard it. */
    public List<String> guards() {
        return judged().map(ClaimState.Judged::guards).orElse(List.of());
    }

    /**
     * Whether a control of the session guards it: one that is decided says so, and of others all that needs training.
     */
    boolean isGuardedBy(String control) {
        return state instanceof ClaimState.Undecided undecided
                ? undecided.observable().needsTraining()
                : guards().contains(control);
    }

    /** Whether there is anything that a REPRODUCED can rest on. */
    private static boolean isBackedUp(ClaimState state, List<Quantity> quantities) {
        if (state instanceof ClaimState.Judged judged) {
            return judged.decision().verdict() == Verdict.REPRODUCED
                    && (judged.control() == null || judged.control().holds());
        }
        return state instanceof ClaimState.Exact && !quantities.isEmpty();
    }
}
