package org.resnetclaims.statistics;

/** What the evidence of a run of the suite says of a claim, at the scale in force. */
public enum Verdict {
    /** The evidence shows what the paper claims. */
    REPRODUCED,
    /** The evidence shows the contrary of what the paper claims. */
    REFUTED,
    /** The evidence shows neither, with all the seeds that the hypothesis allows. */
    INCONCLUSIVE,
    /** This scale or data set cannot speak about the claim, or the claim did not get as far as a decision. */
    NOT_TESTED
}
