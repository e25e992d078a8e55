package org.resnetclaims.claims.judging;

/**
 * The seeds that claims are judged on; seed k is the same for every arm. Seeds 1 to 999 are for choosing a recipe and
 * no claim is ever judged on them, since a recipe does best on the seeds it was chosen on.
 *
 * @param draw the number of the draw: an independent replication takes another one, and no two draws have a seed in
 *     common; 0 is the draw of the committed reference
 */
public record Seeds(long draw) {

    /** The seeds for choosing a recipe are those from 1 to this. */
    public static final int LAST_TUNING_SEED = 999;

    public static final long MOST_DRAWS = 999_999_999;

    // Many more than any hypothesis asks for.
    private static final int PER_DRAW = 1_000;

    /** The seed of this number, counted from 0. */
    public long seed(int k) {
        if (k < 0 || k >= PER_DRAW) {
            throw new IllegalArgumentException(
                    "An arm has at most %d seeds, so none is number %d".formatted(PER_DRAW, k));
        }
        return PER_DRAW * (draw + 1) + k;
    }
}
