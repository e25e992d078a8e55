package org.resnetclaims.statistics;

import org.jspecify.annotations.Nullable;

/**
 * One look at the data of a sequential test.
 *
 * @param seeds per arm
 * @param statistic Welch's t, or Student's for one arm, against the margin; not finite where no arm varies and its
 *     errors have no resolution
 * @param pReproduced one-sided p-value of the claim
 * @param pRefuted one-sided p-value of its contrary
 * @param boundary the level that either p-value must not exceed for the test to stop here
 * @param obstacle what kept this look from deciding though one of them did not; null where nothing did
 */
public record Look(
        int seeds,
        double statistic,
        double pReproduced,
        double pRefuted,
        double boundary,
        @Nullable Obstacle obstacle) {

    Verdict verdict() {
        if (obstacle != null) {
            return Verdict.INCONCLUSIVE;
        }
        if (claimWithinBoundary()) {
            return Verdict.REPRODUCED;
        }
        return pRefuted <= boundary ? Verdict.REFUTED : Verdict.INCONCLUSIVE;
    }

    boolean claimWithinBoundary() {
        return pReproduced <= boundary;
    }

    Look with(@Nullable Obstacle found) {
        return new Look(seeds, statistic, pReproduced, pRefuted, boundary, found);
    }
}
