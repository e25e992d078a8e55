package org.resnetclaims.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
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

    /** Of two arms whose runs have nothing to do with each other. */
    static ImageCheck check(Hypothesis hypothesis, Observations first, Observations second) {
        return check(hypothesis, List.of(first, second), new double[] {1, -1});
    }

    /**
     * Of any contrast of the errors of arms.
     *
     * @param weights what the error of each arm counts
     */
    static ImageCheck check(Hypothesis hypothesis, List<Observations> arms, double[] weights) {
        List<int[][]> wrong = arms.stream().map(ImageBootstrap::wrongImages).toList();
        ImageBootstrap bootstrap = new ImageBootstrap(images(arms));
        return bootstrap.check(hypothesis, () -> {
            double difference = 0;
            for (int arm = 0; arm < weights.length; arm++) {
                difference += weights[arm] * bootstrap.resampledError(wrong.get(arm));
            }
            return difference;
        });
    }

    /** Of two numbers of the same networks: a network is drawn with both. */
    static ImageCheck checkPairs(Hypothesis hypothesis, Observations first, Observations second) {
        int[][] ours = wrongImages(first);
        int[][] others = wrongImages(second);
        ImageBootstrap bootstrap = new ImageBootstrap(images(List.of(first, second)));
        return bootstrap.check(hypothesis, () -> bootstrap.resampledDifference(ours, others));
    }

    private static int images(List<Observations> arms) {
        int images = arms.get(0).images();
        for (Observations arm : arms) {
            if (arm.images() != images) {
                throw new IllegalArgumentException(
                        "the first arm was tested on %d images and the second on %d".formatted(images, arm.images()));
            }
        }
        return images;
    }

    private ImageCheck check(Hypothesis hypothesis, DoubleSupplier difference) {
        List<OneSided> statements = hypothesis.statements();
        int claimFails = 0;
        int contraryFails = 0;
        for (int resample = 0; resample < RESAMPLES; resample++) {
            drawImages();
            double drawn = difference.getAsDouble();
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
            wrong += drawn(wrongImages[random.nextInt(wrongImages.length)]);
        }
        return 100.0 * wrong / ((long) wrongImages.length * timesDrawn.length);
    }

    /** Likewise of the first error of as many networks less the second. */
    private double resampledDifference(int[][] first, int[][] second) {
        long wrong = 0;
        for (int i = 0; i < first.length; i++) {
            int network = random.nextInt(first.length);
            wrong += drawn(first[network]) - drawn(second[network]);
        }
        return 100.0 * wrong / ((long) first.length * timesDrawn.length);
    }

    private long drawn(int[] wrongImages) {
        long times = 0;
        for (int image : wrongImages) {
            times += timesDrawn[image];
        }
        return times;
    }

    private static int[][] wrongImages(Observations arm) {
        return arm.mistakes().stream().map(run -> run.stream().toArray()).toArray(int[][]::new);
    }
}
