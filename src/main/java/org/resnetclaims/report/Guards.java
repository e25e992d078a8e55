package org.resnetclaims.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.SessionControl;
import org.resnetclaims.report.ReportedClaim.Control;

/** What guards a claim: its own control, and those of the session that it names. */
final class Guards {

    private Guards() {}

    static List<Control> of(ClaimRecord claim, List<SessionControl> ofTheSession) {
        Stream<Control> own = claim
                .judged()
                .flatMap(judged -> Optional.ofNullable(judged.control()))
                .map(control -> new Control(
                        claim.id() + ".control",
                        control.description(),
                        control.holds(),
                        false,
                        control.decision().reason()))
                .stream();
        return Stream.concat(own, claim.guards().stream().map(id -> shared(id, ofTheSession)))
                .toList();
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
