package org.resnetclaims.statistics;

import org.jspecify.annotations.Nullable;

/** What a look has to pass besides the t test before it decides. */
record Gates(Hypothesis hypothesis, Seen seen) {

    /** @return null where nothing keeps the look from the verdict that its p-values give */
    @Nullable
    Obstacle obstacle(Look look) {
        if (look.verdict() == Verdict.INCONCLUSIVE) {
            return null;
        }
        boolean claimShown = look.verdict() == Verdict.REPRODUCED;
        if (claimShown && tooManyMayFail()) {
            return Obstacle.FAILED_RUNS;
        }
        if (contradictedByPermutations(claimShown, look.boundary())) {
            return Obstacle.COARSE_ERRORS;
        }
        return otherwiseOnOtherImages(claimShown) ? Obstacle.IMAGES : null;
    }

    /** A rare failure that no run has shown would put the mean far from that of the runs seen. */
    private boolean tooManyMayFail() {
        return hypothesis.ofLikeness() && !seen.mostFailures().withinLimit();
    }

    /**
     * Where errors come in a few steps t is far from its distribution; but a test that cannot reach the boundary cannot
     * object.
     */
    private boolean contradictedByPermutations(boolean claimShown, double boundary) {
        if (!seen.coarse()) {
            return false;
        }
        double attainable =
                claimShown ? seen.leastPermutation() : hypothesis.contrary(statement -> seen.leastPermutation());
        return attainable <= boundary
                && (claimShown ? hypothesis.weakest(seen::permutation) : hypothesis.contrary(seen::permutation))
                        > boundary;
    }

    /** With the reserve of the t tests, as the images are the same at every look and may be asked more than once. */
    private boolean otherwiseOnOtherImages(boolean claimShown) {
        ImageCheck images = seen.images(hypothesis);
        return images != null && images.against(claimShown) > SpendingPlan.SPENT * hypothesis.errorRate();
    }
}
