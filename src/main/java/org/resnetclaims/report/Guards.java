package org.resnetclaims.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ControlRecord;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.SessionControl;
import org.resnetclaims.report.ReportedClaim.Control;
import org.resnetclaims.statistics.Verdict;

/**
 * What guards a claim.
 *
 * @param controls its own, and those of the session that it names
 * @param failures why no verdict on the claim stands, a sentence each; empty where none of them failed
 */
record Guards(List<Control> controls, List<String> failures) {

    static Guards of(ClaimRecord claim, List<SessionControl> ofTheSession) {
        List<Control> controls = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        if (claim.control() != null) {
            Control own = own(claim);
            controls.add(own);
            if (Boolean.FALSE.equals(own.held())) {
                failures.add(
                        "The negative control came out REPRODUCED as well, so that no verdict on the claim stands.");
            }
        }
        claim.guards().forEach(id -> controls.add(shared(id, ofTheSession)));
        // A claim without a verdict has none to be doubted.
        if (claim.verdict() != Verdict.NOT_TESTED) {
            ofTheSession.stream()
                    .filter(control -> Boolean.FALSE.equals(control.held()))
                    .filter(control ->
                            claim.kind() == Kind.TRAINED || claim.guards().contains(control.id()))
                    .forEach(control -> failures.add(
                            "The session's control %s did not hold, so that no verdict on the claim stands."
                                    .formatted(control.id())));
            controls.stream()
                    .filter(control -> control.shared() && control.held() == null)
                    .forEach(control -> failures.add(
                            "The session's control %s was not decided, so that no verdict on the claim stands yet: run the claims again."
                                    .formatted(control.id())));
        }
        return new Guards(List.copyOf(controls), List.copyOf(failures));
    }

    private static Control own(ClaimRecord claim) {
        ControlRecord control = claim.control();
        boolean decided = control.decision() != null;
        return new Control(
                claim.id() + ".control",
                control.description(),
                decided ? control.decision().verdict() != Verdict.REPRODUCED : null,
                false,
                decided ? Objects.requireNonNullElse(control.decision().reason(), "") : "It was not decided.");
    }

    static Control shared(SessionControl control) {
        return new Control(control.id(), control.description(), control.held(), true, control.result());
    }

    private static Control shared(String id, List<SessionControl> ofTheSession) {
        return ofTheSession.stream()
                .filter(control -> control.id().equals(id))
                .findFirst()
                .map(Guards::shared)
                .orElse(new Control(id, "", null, true, "The session has no record of it."));
    }
}
