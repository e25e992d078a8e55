package org.resnetclaims.claims.judging;

/**
 * The seeds that claims are judged on; seed k is the same for every arm. Seeds 1 to 999 are for choosing a recipe and
 * no claim is ever judged on them, since a recipe does best on the seeds it was chosen on.
 *
 * @param draw another one for every independent replication; 0 is that of the committed reference
 */
record Seeds(long draw) {

    /** The last of the seeds for choosing a recipe, the first of which is 1. */
    static final int LAST_TUNING_SEED = 999;

    static final long MOST_DRAWS = 999_999_999;

    // Many more than the last look of any hypothesis asks for, so that two draws have no seed in common.
    private static final int PER_DRAW = 1_000;

    long seed(int k) {
        if (k < 0 || k >= PER_DRAW) {
            throw new IllegalArgumentException(
                    "An arm has at most %d seeds, so none is number %d".formatted(PER_DRAW, k));
        }
        return PER_DRAW * (draw + 1) + k;
    }
}
