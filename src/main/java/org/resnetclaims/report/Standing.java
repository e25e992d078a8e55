package org.resnetclaims.report;

import org.resnetclaims.statistics.Verdict;

/** The verdict on a claim, or what stands in its place where it cannot be trusted; best first. */
enum Standing {
    REPRODUCED,
    REFUTED,
    INCONCLUSIVE,
    /** A control that guards the claim did not hold, so that its verdict says nothing. */
    UNTRUSTWORTHY,
    NOT_TESTED;

    static Standing of(Verdict verdict, boolean untrustworthy) {
        return untrustworthy ? UNTRUSTWORTHY : valueOf(verdict.name());
    }
}
