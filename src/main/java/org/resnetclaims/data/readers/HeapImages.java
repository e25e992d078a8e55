package org.resnetclaims.data.readers;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.network.Shape;

/**
 * Images in memory: unsigned bytes, one image after the other, each in channel, row, column order. They never change.
 */
final class HeapImages implements LabelledImages {

    private static final float[] SCALED = new float[256];

    static {
        for (int value = 0; value < SCALED.length; value++) {
            SCALED[value] = value / 255f;
        }
    }

    private final Shape shape;
    private final byte[] pixels;
    private final int[] labels;

    private @Nullable MeanImage mean;

    /** Takes over the arrays without a copy. */
    HeapImages(Shape shape, byte[] pixels, int[] labels) {
        if (labels.length == 0 || pixels.length != labels.length * shape.size()) {
            throw new IllegalArgumentException(
                    "%d images of %s cannot have %d bytes".formatted(labels.length, shape, pixels.length));
        }
        this.shape = shape;
        this.pixels = pixels;
        this.labels = labels;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public synchronized MeanImage mean() {
        if (mean == null) {
            mean = computeMean();
        }
        return mean;
    }

    private MeanImage computeMean() {
        long[] sums = new long[(int) shape.size()];
        for (int start = 0; start < pixels.length; start += sums.length) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Byte.toUnsignedInt(pixels[start + i]);
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            means[i] = (float) (sums[i] / (255.0 * size()));
        }
        return new MeanImage(means);
    }

    @Override
    public void fill(int[] indices, float[] into, int[] intoLabels) {
        int image = (int) shape.size();
        for (int i = 0; i < indices.length; i++) {
            int start = Objects.checkIndex(indices[i], size()) * image;
            for (int j = 0; j < image; j++) {
                into[i * image + j] = SCALED[Byte.toUnsignedInt(pixels[start + j])];
            }
            intoLabels[i] = labels[indices[i]];
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
