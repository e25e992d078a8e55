package org.resnetclaims.laboratory;

import org.resnetclaims.training.RunOutcome;

/** What an entry of the archive holds: the outcome, and for a reader what it is the outcome of. */
record ArchivedRun(String network, RunKey key, RunOutcome outcome) {}
