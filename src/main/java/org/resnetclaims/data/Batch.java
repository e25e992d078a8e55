package org.resnetclaims.data;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Some images and how each of them is changed, before any pixel is touched: an engine that keeps the images on a device
 * gathers them there, every other asks for the pixels.
 */
public final class Batch {

    private final LabelledImages images;
    private final MeanImage mean;
    private final int[] indices;
    private final List<Shift> shifts;
    private final double share;
    private final long noise;

    /**
     * @param mean subtracted from every image
     * @param indices which images
     * @param shifts of each of them, in their order
     * @param share what each image counts in its mixture with its {@link #partner}; 1 where images are not mixed
     * @param noise from which all random numbers follow that a network draws for this batch
     */
    public Batch(LabelledImages images, MeanImage mean, int[] indices, List<Shift> shifts, double share, long noise) {
        if (indices.length != shifts.size()) {
            throw new IllegalArgumentException(
                    "A batch of %d images needs as many shifts, not %d".formatted(indices.length, shifts.size()));
        }
        this.images = images;
        this.mean = mean;
        this.indices = indices.clone();
        this.shifts = List.copyOf(shifts);
        this.share = share;
        this.noise = noise;
    }

    /** One whose images are not mixed, and whose {@code noise} is 0. */
    public Batch(LabelledImages images, MeanImage mean, int[] indices, List<Shift> shifts) {
        this(images, mean, indices, shifts, 1, 0);
    }

    /** One whose images are as they are. */
    public static Batch unchanged(LabelledImages images, MeanImage mean, int[] indices) {
        return new Batch(images, mean, indices, Collections.nCopies(indices.length, Shift.NONE));
    }

    /** The set that its images are from. */
    public LabelledImages images() {
        return images;
    }

    /** What is subtracted from every image. */
    public MeanImage mean() {
        return mean;
    }

    /** The number of images. */
    public int size() {
        return indices.length;
    }

    /** Which image of the set stands at a place of the batch. */
    public int index(int place) {
        return indices[place];
    }

    /** How the image at a place of the batch is changed. */
    public Shift shift(int place) {
        return shifts.get(place);
    }

    /** What each image counts in its mixture with its partner, and what its label counts in the loss; at most 1. */
    public double share() {
        return share;
    }

    /** The place of the image with which that at a place is mixed: the batch turned round. */
    public int partner(int place) {
        return indices.length - 1 - place;
    }

    /** What a node of this name draws its random numbers from; the same ones each time. */
    public SplittableRandom noise(String node) {
        return new SplittableRandom(new SplittableRandom(noise).nextLong() + node.hashCode());
    }

    /**
     * Fills in the pixels.
     *
     * @param pixels {@code float[size * channels * height * width]}, shifted, scaled to [0, 1], less the mean, and
     *     mixed; padding is zero after the mean has been subtracted
     * @param labels {@code int[size]}; of each image itself, not of its partner
     */
    public void fill(float[] pixels, int[] labels) {
        images.fill(indices, pixels, labels);
        mean.subtractFrom(pixels, indices.length);
        float[] original = new float[Math.toIntExact(images.shape().size())];
        for (int i = 0; i < indices.length; i++) {
            if (!shift(i).equals(Shift.NONE)) {
                System.arraycopy(pixels, i * original.length, original, 0, original.length);
                shift(i).apply(images.shape(), original, pixels, i * original.length);
            }
        }
        if (share < 1) {
            mix(pixels, original.length);
        }
    }

    private void mix(float[] pixels, int size) {
        for (int i = 0; i < partner(i); i++) {
            int partner = partner(i) * size;
            for (int pixel = i * size; pixel < (i + 1) * size; pixel++, partner++) {
                double one = pixels[pixel];
                double other = pixels[partner];
                pixels[pixel] = (float) (share * one + (1 - share) * other);
                pixels[partner] = (float) (share * other + (1 - share) * one);
            }
        }
    }
}
