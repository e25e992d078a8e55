package org.resnetclaims.data;

import java.util.Objects;
import java.util.SplittableRandom;
import org.resnetclaims.network.Shape;

/**
 * Images that are nowhere: each is computed when it is asked for. Every pixel is a random byte that follows from the
 * number of its image, as does the label.
 */
public record ComputedImages(Shape shape, int size, int classes) implements LabelledImages {

    @Override
    public MeanImage mean() {
        long[] sums = new long[Math.toIntExact(shape.size())];
        for (int image = 0; image < size; image++) {
            byte[] bytes = bytes(image);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Byte.toUnsignedInt(bytes[i]);
            }
        }
        float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sums[i] / (255.0 * size));
        }
        return new MeanImage(mean);
    }

    @Override
    public void fill(int[] indices, float[] pixels, int[] labels) {
        int next = 0;
        for (int i = 0; i < indices.length; i++) {
            for (byte value : bytes(Objects.checkIndex(indices[i], size))) {
                pixels[next++] = Byte.toUnsignedInt(value) / 255f;
            }
            labels[i] = label(indices[i]);
        }
    }

    /** The bytes of an image, in channel, row, column order. */
    public byte[] bytes(int image) {
        byte[] bytes = new byte[Math.toIntExact(shape.size())];
        new SplittableRandom(image).nextBytes(bytes);
        return bytes;
    }

    public int label(int image) {
        return image % classes;
    }
}
