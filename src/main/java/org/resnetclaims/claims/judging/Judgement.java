package org.resnetclaims.claims.judging;

import java.util.Optional;
import org.resnetclaims.evidence.ControlRecord;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Verdict;

/**
 * What was decided of a claim and of its own control, where it has one, and what follows for its test.
 *
 * @param strict whether an inconclusive claim fails its test
 */
public record Judgement(Comparison comparison, Decision decision, Optional<ControlRecord> control, boolean strict) {

    /** What becomes of the test of a claim. */
    public enum Consequence {
        /** The claim is REPRODUCED. */
        PASS,
        /** The claim is REFUTED or cannot be trusted; or it is inconclusive, and the user is strict. */
        FAIL,
        /** The evidence does not suffice. */
        ABORT
    }

    /** What becomes of the test. */
    public Consequence consequence() {
        if (!trustworthy()) {
            return Consequence.FAIL;
        }
        return switch (decision.verdict()) {
            case REPRODUCED -> Consequence.PASS;
            case REFUTED -> Consequence.FAIL;
            case INCONCLUSIVE -> strict ? Consequence.FAIL : Consequence.ABORT;
            case NOT_TESTED -> Consequence.ABORT;
        };
    }

    /** A comparison that shows the effect where its cause is absent shows nothing where it is present. */
    public Verdict verdict() {
        return trustworthy() ? decision.verdict() : Verdict.INCONCLUSIVE;
    }

    /** One sentence. */
    public String reason() {
        return failedControl()
                .map(failed ->
                        "Untrustworthy: the negative control (%s), where the cause is absent, came out REPRODUCED too: %s"
                                .formatted(
                                        failed.description(), failed.decision().reason()))
                .orElseGet(decision::reason);
    }

    /** The reason and all the numbers. */
    public String message() {
        return "%s: %s%n%s".formatted(verdict(), reason(), comparison.numbers());
    }

    private boolean trustworthy() {
        return failedControl().isEmpty();
    }

    private Optional<ControlRecord> failedControl() {
        return control.filter(own -> !own.holds());
    }
}
