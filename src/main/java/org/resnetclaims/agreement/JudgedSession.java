package org.resnetclaims.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ClaimState;
import org.resnetclaims.evidence.ControlRecord;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.SessionControl;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.evidence.Status;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.RunOutcome;

/** A session with all its claims. */
record JudgedSession(SessionRecord record, List<ClaimRecord> claims) {

    /** Networks that are trained alike, whatever claims call them. */
    record Arm(String network, Recipe recipe) {}

    /** @throws org.resnetclaims.evidence.EvidenceException if there is none, or a record contradicts itself */
    static JudgedSession in(EvidenceStore results) {
        SessionRecord session = results.readSession();
        List<ClaimRecord> claims = results.readClaims();
        results.recompute(session, claims);
        return new JudgedSession(session, claims);
    }

    /** What each claim came to, by its id, in the order of the paper. */
    Map<String, Status> statuses() {
        return claims.stream()
                .collect(Collectors.toMap(
                        ClaimRecord::id,
                        claim -> record.standing(claim).status(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** All that was trained, controls included; an arm that several claims share has the runs of all. */
    Map<Arm, ArmRecord> arms() {
        Stream<ArmRecord> ofClaims = claims.stream()
                .flatMap(claim -> Stream.concat(
                        claim.arms().stream(),
                        claim.judged().map(ClaimState.Judged::control).stream().flatMap(JudgedSession::arms)));
        Stream<ArmRecord> ofSession = record.controls().stream()
                .map(SessionControl::runs)
                .filter(Objects::nonNull)
                .flatMap(JudgedSession::arms);
        return Stream.concat(ofClaims, ofSession)
                .filter(arm -> !arm.runs().isEmpty())
                .collect(Collectors.toMap(
                        arm -> new Arm(arm.network(), arm.recipe()),
                        arm -> arm,
                        JudgedSession::together,
                        LinkedHashMap::new));
    }

    private static Stream<ArmRecord> arms(ControlRecord control) {
        return control.arms().stream();
    }

    private static ArmRecord together(ArmRecord one, ArmRecord other) {
        Map<Long, RunOutcome> bySeed = new TreeMap<>();
        Stream.of(one, other).flatMap(arm -> arm.runs().stream()).forEach(run -> bySeed.put(run.seed(), run));
        return one.with(List.copyOf(bySeed.values()), List.of());
    }
}
