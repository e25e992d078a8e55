package org.resnetclaims.claims;

import java.util.Locale;
import java.util.Optional;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.statistics.Hypothesis;

/**
 * The smallest data that a claim may be judged on. An error is a count of images, so on few of them it moves in large
 * steps, and chance looks like an effect.
 */
final class EnoughImages {

    /** How many points of percent one image may change an error by at most. */
    private static final double COARSEST = 1;

    /** For a claim with a margin, that is at most this share of the margin. */
    private static final double SHARE_OF_MARGIN = 0.2;

    private EnoughImages() {}

    /** Why the claim cannot be judged on these data, in one sentence. */
    static Optional<String> objection(DatasetDescription data, Hypothesis hypothesis) {
        int fewest = Math.min(data.trainingImages(), data.testImages());
        double coarsest =
                hypothesis.margin() > 0 ? Math.min(COARSEST, SHARE_OF_MARGIN * hypothesis.margin()) : COARSEST;
        if (100.0 / fewest <= coarsest) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%s has %d training and %d test images, too few to judge this claim: one image must weigh at most %s points, which takes %d images of each",
                data.name(),
                data.trainingImages(),
                data.testImages(),
                Numerals.plain(coarsest),
                (int) Math.ceil(100 / coarsest)));
    }
}
