package org.resnetclaims.claims.judging;

import java.util.Optional;

/** How far a trial has come. */
sealed interface Stage {

    /** Nothing has been asserted yet; a control may have been declared. */
    record Planned(Optional<Control> control) implements Stage {}

    /** The claim has been asserted; runs are awaited, or one of them failed and nothing will be decided. */
    record Running(Comparison comparison) implements Stage {}

    /** Both the claim and its control, where it has one, are decided. */
    record Judged(Judgement judgement) implements Stage {}
}
