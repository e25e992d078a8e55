package org.resnetclaims.laboratory;

import java.util.Objects;
import org.resnetclaims.training.RunOutcome;

/** What an entry of the archive holds: the outcome, and for a reader what it is the outcome of. */
record ArchivedRun(String network, RunKey key, RunOutcome outcome) {

    ArchivedRun {
        Objects.requireNonNull(key, "it has no key");
        Objects.requireNonNull(outcome, "it has no outcome");
    }
}
