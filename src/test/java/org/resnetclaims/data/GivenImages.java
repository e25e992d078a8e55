package org.resnetclaims.data;

import java.util.stream.IntStream;
import org.resnetclaims.network.Shape;

/** Images whose pixels a test has written down, in any range. */
public record GivenImages(Shape shape, float[] pixels, int[] labels) implements LabelledImages {

    /** All of them, as they are. */
    public static Batch batch(Shape shape, float[] pixels, int[] labels) {
        GivenImages images = new GivenImages(shape, pixels, labels);
        int[] all = IntStream.range(0, labels.length).toArray();
        return Batch.unchanged(images, images.mean(), all);
    }

    @Override
    public int size() {
        return labels.length;
    }

    /** None to subtract. */
    @Override
    public MeanImage mean() {
        return new MeanImage(new float[Math.toIntExact(shape.size())]);
    }

    @Override
    public void fill(int[] indices, float[] into, int[] intoLabels) {
        int length = Math.toIntExact(shape.size());
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(pixels, indices[i] * length, into, i * length, length);
            intoLabels[i] = labels[indices[i]];
        }
    }
}
