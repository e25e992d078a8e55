package org.resnetclaims.claims;

/**
 * Which seeds are for what. Seeds 1 to 999 are for choosing a recipe and no claim is ever judged on them, since a recipe
 * does best on the seeds it was chosen on.
 */
enum Seeds {

    /** Those on which claims are judged: seed k of every arm is {@code 1000 + k}. */
    JUDGED(1_000),

    /** Those of an arm that is set against another of the same network, in a negative control. */
    OTHER(2_000);

    // Many more than the last look of any hypothesis asks for, so that the ranges cannot meet.
    private static final int PER_RANGE = 1_000;

    private final int first;

    Seeds(int first) {
        this.first = first;
    }

    long seed(int k) {
        if (k < 0 || k >= PER_RANGE) {
            throw new IllegalArgumentException("An arm has at most %d seeds, so none is number %d".formatted(PER_RANGE, k));
        }
        return first + k;
    }
}
