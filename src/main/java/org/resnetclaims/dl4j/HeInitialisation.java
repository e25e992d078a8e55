package org.resnetclaims.dl4j;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Draws the weights of a graph from the normal distribution of He et al. (2015), standard deviation sqrt(2 / fan-in),
 * as Section 3.4 asks. The numbers come from the seed alone: from {@link Random}, whose algorithm Java specifies, and
 * not from the engine.
 */
final class HeInitialisation {

    private static final String WEIGHTS = "W";

    private HeInitialisation() {}

    static void draw(ComputationGraph graph, long seed) {
        // Neighbouring seeds of Random start alike, so that they are spread first.
        Random random = new Random(new SplittableRandom(seed).nextLong());
        for (Layer layer : graph.getLayers()) {
            if (layer.paramTable() != null && layer.paramTable().containsKey(WEIGHTS)) {
                INDArray weights = layer.getParam(WEIGHTS);
                weights.assign(gaussian(weights.shape(), Math.sqrt(2.0 / fanIn(weights)), random));
            }
        }
    }

    /** Convolutions hold [filters, channels, kernel, kernel], fully-connected layers [inputs, units]. */
    private static long fanIn(INDArray weights) {
        return weights.rank() == 4 ? weights.length() / weights.size(0) : weights.size(0);
    }

    private static INDArray gaussian(long[] shape, double deviation, Random random) {
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return Nd4j.create(values, shape, 'c');
    }
}
