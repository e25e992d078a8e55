package org.resnetclaims.evidence;

/** The verdict on a claim, or what stands in its place where it cannot be trusted; best first. */
public enum Status {
    REPRODUCED,
    REFUTED,
    INCONCLUSIVE,
    /** A control that guards the claim did not hold, so that its verdict says nothing. */
    UNTRUSTWORTHY,
    NOT_TESTED,
    /** Its session is under way, and has not decided the claim. */
    OPEN
}
