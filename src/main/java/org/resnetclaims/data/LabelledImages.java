package org.resnetclaims.data;

import java.util.Objects;
import org.resnetclaims.network.Shape;

/**
 * Images as unsigned bytes, one after the other in channel, row, column order, with a label each. Safe for use by
 * several threads at once: nothing changes after construction.
 */
public final class LabelledImages {

    private static final float[] SCALED = new float[256];

    static {
        for (int value = 0; value < SCALED.length; value++) {
            SCALED[value] = value / 255f;
        }
    }

    private final Shape shape;
    private final byte[] pixels;
    private final int[] labels;

    /** Takes over the arrays without a copy. */
    LabelledImages(Shape shape, byte[] pixels, int[] labels) {
        if (labels.length == 0 || pixels.length != labels.length * shape.size()) {
            throw new IllegalArgumentException(
                    "%d images of %s cannot have %d bytes".formatted(labels.length, shape, pixels.length));
        }
        this.shape = shape;
        this.pixels = pixels;
        this.labels = labels;
    }

    public Shape shape() {
        return shape;
    }

    public int size() {
        return labels.length;
    }

    /** The mean image over this set, with pixel values scaled to [0, 1]: {@code float[channels * height * width]}. */
    public float[] mean() {
        long[] sums = new long[(int) shape.size()];
        for (int start = 0; start < pixels.length; start += sums.length) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Byte.toUnsignedInt(pixels[start + i]);
            }
        }
        float[] mean = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            mean[i] = (float) (sums[i] / (255.0 * size()));
        }
        return mean;
    }

    /**
     * Copies images {@code from} to {@code from + count} for inference: scaled to [0, 1], less {@code mean}.
     *
     * @param into {@code float[count * channels * height * width]}
     * @param labels {@code int[count]}
     * @throws IndexOutOfBoundsException if there are no such images
     */
    public void copy(int from, int count, float[] mean, float[] into, int[] labels) {
        Objects.checkFromIndexSize(from, count, size());
        for (int i = 0; i < count; i++) {
            copy(from + i, mean, into, i * mean.length);
        }
        System.arraycopy(this.labels, from, labels, 0, count);
    }

    /** Copies one image, scaled and less {@code mean}, to {@code into} from {@code offset} on. */
    void copy(int image, float[] mean, float[] into, int offset) {
        int start = image * mean.length;
        for (int i = 0; i < mean.length; i++) {
            into[offset + i] = SCALED[Byte.toUnsignedInt(pixels[start + i])] - mean[i];
        }
    }

    /** Not a copy: for reading only. */
    byte[] pixels() {
        return pixels;
    }

    /** Not a copy: for reading only. */
    int[] labels() {
        return labels;
    }
}
