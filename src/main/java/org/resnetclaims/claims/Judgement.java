package org.resnetclaims.claims;

import org.resnetclaims.evidence.ControlRecord;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Verdict;

/** What was decided of a claim and of its control, and what follows for the test. */
record Judgement(
        Comparison comparison,
        Decision decision,
        String controlDescription,
        Comparison control,
        Decision controlDecision,
        boolean strict) {

    enum Consequence {
        PASS,
        FAIL,
        ABORT
    }

    Consequence consequence() {
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
    Verdict verdict() {
        return trustworthy() ? decision.verdict() : Verdict.INCONCLUSIVE;
    }

    /** One sentence. */
    String reason() {
        return trustworthy()
                ? decision.reason()
                : "Untrustworthy: the negative control (%s), where the cause is absent, came out REPRODUCED too: %s"
                        .formatted(controlDescription, controlDecision.reason());
    }

    /** The reason and all the numbers. */
    String message() {
        String numbers = (trustworthy() ? comparison : control).numbers();
        return "%s: %s%n%s".formatted(verdict(), reason(), numbers);
    }

    ControlRecord controlRecord() {
        return new ControlRecord(controlDescription, controlDecision, control.records());
    }

    private boolean trustworthy() {
        return controlDecision.verdict() != Verdict.REPRODUCED;
    }
}
