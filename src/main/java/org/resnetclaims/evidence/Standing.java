package org.resnetclaims.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.resnetclaims.statistics.Verdict;

/**
 * What is to be believed of a claim: its verdict, or that no verdict on it can be trusted.
 *
 * @param doubts why no verdict stands, a sentence each; empty exactly where the verdict can be trusted
 */
public record Standing(Status status, List<String> doubts) {

    public Standing {
        Objects.requireNonNull(status, "a standing has no status");
        doubts = List.copyOf(doubts);
        if ((status == Status.UNTRUSTWORTHY) == doubts.isEmpty()) {
            throw new IllegalArgumentException(
                    "a claim is untrustworthy without a reason, or trustworthy in spite of one");
        }
    }

    /** The standing of a claim when it ends: by then only its own control is decided, not those of the session. */
    static Standing of(Verdict verdict, ClaimState state) {
        return of(verdict, ownDoubts(state));
    }

    /**
     * The standing of a claim at the end of its session.
     *
     * @param controls those of the session, which are decided by then
     */
    public static Standing of(ClaimRecord claim, List<SessionControl> controls) {
        List<String> doubts = new ArrayList<>(ownDoubts(claim.state()));
        // A claim without a verdict has none that could be doubted.
        if (claim.verdict() != Verdict.NOT_TESTED) {
            doubts.addAll(sessionDoubts(claim, controls));
        }
        return of(claim.verdict(), doubts);
    }

    private static Standing of(Verdict verdict, List<String> doubts) {
        return new Standing(doubts.isEmpty() ? Status.valueOf(verdict.name()) : Status.UNTRUSTWORTHY, doubts);
    }

    private static List<String> ownDoubts(ClaimState state) {
        return state instanceof ClaimState.Judged judged
                        && judged.control() != null
                        && !judged.control().holds()
                ? List.of("The negative control came out REPRODUCED as well, so that no verdict on the claim stands.")
                : List.of();
    }

    private static List<String> sessionDoubts(ClaimRecord claim, List<SessionControl> controls) {
        Stream<String> failed = controls.stream()
                .filter(SessionControl::failed)
                .map(SessionControl::id)
                .filter(claim::isGuardedBy)
                .map("The session's control %s did not hold, so that no verdict on the claim stands."::formatted);
        Stream<String> undecided = claim.guards().stream()
                .filter(id ->
                        controls.stream().noneMatch(control -> control.id().equals(id) && control.held() != null))
                .map(
                        "The session's control %s was not decided, so that no verdict on the claim stands yet: run the claims again."
                                ::formatted);
        return Stream.concat(failed, undecided).toList();
    }
}
