package org.resnetclaims.data;

import org.resnetclaims.network.Shape;

/** Images as unsigned bytes, one after the other in channel, row, column order, with a label each. */
public final class LabelledImages {

    private final Shape shape;
    private final byte[] pixels;
    private final int[] labels;

    LabelledImages(Shape shape, byte[] pixels, int[] labels) {
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
        throw new UnsupportedOperationException();
    }

    /**
     * Copies images {@code from} to {@code from + count} for inference: scaled to [0, 1], less {@code mean}.
     *
     * @param into   {@code float[count * channels * height * width]}
     * @param labels {@code int[count]}
     */
    public void copy(int from, int count, float[] mean, float[] into, int[] labels) {
        throw new UnsupportedOperationException();
    }
}
