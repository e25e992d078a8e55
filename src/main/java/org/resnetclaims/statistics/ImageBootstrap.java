package org.resnetclaims.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.resnetclaims.statistics.methods.OneSided;

/**
 * The crossed bootstrap of images and seeds (Owen 2007, "The pigeonhole bootstrap"). The images are the same for both
 * arms, so that those which are hard for both do not count as a difference.
 */
final class ImageBootstrap {

    private static final int RESAMPLES = 2_000;
    private static final long SEED = 20_151_210;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final int[] timesDrawn;

    private ImageBootstrap(int images) {
        timesDrawn = new int[images];
    }

    static ImageCheck check(Hypothesis hypothesis, Observations first, Observations second) {
        if (first.images() != second.images()) {
            throw new IllegalArgumentException("the first arm was tested on %d images and the second on %d"
                    .formatted(first.images(), second.images()));
        }
        int[][] ours = wrongImages(first);
        int[][] others = wrongImages(second);
        ImageBootstrap bootstrap = new ImageBootstrap(first.images());
        return bootstrap.check(hypothesis, ours, others);
    }

    private ImageCheck check(Hypothesis hypothesis, int[][] ours, int[][] others) {
        List<OneSided> statements = hypothesis.statements();
        int claimFails = 0;
        int contraryFails = 0;
        for (int resample = 0; resample < RESAMPLES; resample++) {
            drawImages();
            double drawn = resampledError(ours) - resampledError(others);
            claimFails += statements.stream().allMatch(statement -> statement.seen(drawn)) ? 0 : 1;
            contraryFails += statements.stream()
                            .anyMatch(statement -> statement.contrary().seen(drawn))
                    ? 0
                    : 1;
        }
        return new ImageCheck((double) claimFails / RESAMPLES, (double) contraryFails / RESAMPLES, timesDrawn.length);
    }

    private void drawImages() {
        Arrays.fill(timesDrawn, 0);
        for (int i = 0; i < timesDrawn.length; i++) {
            timesDrawn[random.nextInt(timesDrawn.length)]++;
        }
    }

    /** Mean error in percent of as many runs, drawn anew, on the images drawn. */
    private double resampledError(int[][] wrongImages) {
        long wrong = 0;
        for (int i = 0; i < wrongImages.length; i++) {
            for (int image : wrongImages[random.nextInt(wrongImages.length)]) {
                wrong += timesDrawn[image];
            }
        }
        return 100.0 * wrong / ((long) wrongImages.length * timesDrawn.length);
    }

    private static int[][] wrongImages(Observations arm) {
        return arm.mistakes().stream().map(run -> run.stream().toArray()).toArray(int[][]::new);
    }
}
