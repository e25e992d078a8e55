package org.resnetclaims.training;

import java.util.SplittableRandom;
import org.resnetclaims.data.Batch;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Shape;

/**
 * What the dropout of a node multiplies a batch by in training. It depends on the batch and the name of the node alone,
 * and on no engine.
 */
public final class DropoutMask {

    private DropoutMask() {}

    /**
     * How many numbers {@link #draw} gives for each image.
     *
     * @param shape of what the node reads
     */
    public static int size(Layer.Dropout layer, Shape shape) {
        return layer.grain() == Layer.Dropout.Grain.IMAGE ? 1 : Math.toIntExact(shape.size());
    }

    /**
     * 0 for what is dropped, and one over the probability of being kept for all else.
     *
     * @param node that drops
     * @param shape of what it reads
     * @return {@code float[batch * height * width * channels]}, the channels of a pixel side by side, or
     *     {@code float[batch]} where whole images are dropped
     */
    public static float[] draw(Batch batch, String node, Layer.Dropout layer, Shape shape) {
        SplittableRandom random = batch.noise(node);
        double probability = layer.probability();
        float kept = (float) (1 / (1 - probability));
        float[] mask = new float[batch.size() * size(layer, shape)];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < probability ? 0 : kept;
        }
        return mask;
    }
}
