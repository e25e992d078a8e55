package org.resnetclaims.data;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The training batches of one run. A batch depends on the seed and its iteration alone, so a run can continue from any
 * iteration. Random numbers come from {@link SplittableRandom}: the order of an epoch from (seed, epoch), the
 * augmentation of a batch, its mixture and the noise of its dropout from (seed, iteration).
 *
 * <p>Not for use by several threads at once, since it remembers the order of the epoch it was last asked for.
 */
public final class Batches {

    private final LabelledImages images;
    private final MeanImage mean;
    private final Augmentation augmentation;
    private final int batchSize;
    private final long seed;

    private long epoch = -1;
    private int[] order = {};

    /**
     * @param mean subtracted from every image
     * @param seed of the run
     */
    public Batches(LabelledImages images, MeanImage mean, Augmentation augmentation, int batchSize, long seed) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("A batch needs at least one image, but has " + batchSize);
        }
        this.images = images;
        this.mean = mean;
        this.augmentation = augmentation;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /**
     * The batch of an iteration; the first is iteration 0. Each epoch goes through the images in a new random order. A
     * batch at the end of an epoch is filled up from the next one.
     */
    public Batch at(int iteration) {
        int[] chosen = new int[batchSize];
        for (int i = 0; i < batchSize; i++) {
            chosen[i] = imageAt((long) iteration * batchSize + i);
        }
        long noise = RandomStream.DROPOUT.at(seed, iteration).nextLong();
        return new Batch(images, mean, chosen, shifts(iteration), share(iteration), noise);
    }

    private List<Shift> shifts(int iteration) {
        if (!augmentation.shifts()) {
            return Collections.nCopies(batchSize, Shift.NONE);
        }
        SplittableRandom random = RandomStream.AUGMENTATION.at(seed, iteration);
        return Stream.generate(() -> draw(random)).limit(batchSize).toList();
    }

    /** The larger one: by which of two weights a pair is mixed only decides which of the mixtures comes first. */
    private double share(int iteration) {
        if (augmentation.mixup() == 0) {
            return 1;
        }
        double weight = beta(RandomStream.MIXUP.at(seed, iteration), augmentation.mixup());
        return Math.max(weight, 1 - weight);
    }

    /** Jöhnk's way to draw from Beta(alpha, alpha). */
    private static double beta(SplittableRandom random, double alpha) {
        while (true) {
            double x = StrictMath.pow(random.nextDouble(), 1 / alpha);
            double y = StrictMath.pow(random.nextDouble(), 1 / alpha);
            if (x + y > 0 && x + y <= 1) {
                return x / (x + y);
            }
        }
    }

    private int imageAt(long position) {
        long wanted = position / images.size();
        if (wanted != epoch) {
            order = RandomStream.ORDER.permutation(images.size(), seed, wanted);
            epoch = wanted;
        }
        return order[(int) (position % images.size())];
    }

    private Shift draw(SplittableRandom random) {
        int padding = augmentation.padding();
        int down = random.nextInt(2 * padding + 1) - padding;
        int right = random.nextInt(2 * padding + 1) - padding;
        return new Shift(down, right, augmentation.horizontalFlip() && random.nextBoolean());
    }
}
