package org.resnetclaims.statistics;

/**
 * Whether a verdict would stand on other images: a crossed bootstrap, of the images for all arms together and of the
 * seeds for each arm on its own.
 *
 * @param contraryToClaim share of the resamples in which the claim does not hold
 * @param contraryToContrary share of the resamples in which the contrary of the claim does not hold
 * @param images in the sample
 */
public record ImageCheck(double contraryToClaim, double contraryToContrary, int images) {

    /** Share of the resamples in which that does not hold which the look has shown. */
    double against(boolean claimShown) {
        return claimShown ? contraryToClaim : contraryToContrary;
    }
}
