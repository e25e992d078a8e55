package org.resnetclaims.libtorch;

import java.util.Random;
import java.util.stream.IntStream;
import org.resnetclaims.data.GivenImages;
import org.resnetclaims.network.Shape;

/** Images that can be learned: each class has a picture of its own, and each image noise. */
final class Pictures {

    private static final int NUMBER = 100;

    private Pictures() {}

    static GivenImages of(Shape shape, int classes) {
        Random random = new Random(3);
        int size = Math.toIntExact(shape.size());
        float[] pictures = noise(random, classes * size, 0.3);
        float[] pixels = noise(random, NUMBER * size, 0.5);
        int[] labels = IntStream.range(0, NUMBER).map(image -> image % classes).toArray();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] += pictures[labels[i / size] * size + i % size];
        }
        return new GivenImages(shape, pixels, labels);
    }

    private static float[] noise(Random random, int length, double deviation) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }
}
