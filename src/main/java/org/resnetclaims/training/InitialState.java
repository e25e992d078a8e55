package org.resnetclaims.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;

/**
 * The state in which training begins. Weights come from the normal distribution of He et al. (2015), standard deviation
 * sqrt(2 / fan-in), as Section 3.4 asks; all else begins at 0 or 1. The numbers depend on the network and the seed
 * alone: {@link Random} is specified by Java, and no engine takes part.
 */
public final class InitialState {

    private InitialState() {}

    /** @param seed of the run */
    public static ModelState draw(Network network, long seed) {
        // Neighbouring seeds of Random start alike, so that they are spread first.
        Random random = new Random(new SplittableRandom(seed).nextLong());
        Map<String, float[]> parameters = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            parameters.put(parameter.name(), begin(parameter, random));
        }
        return ModelState.atRest(network, new StateDict(parameters));
    }

    private static float[] begin(Parameter parameter, Random random) {
        float[] values = new float[parameter.size()];
        switch (parameter.role()) {
            case WEIGHTS -> {
                double deviation = Math.sqrt(2.0 / parameter.fanIn());
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (random.nextGaussian() * deviation);
                }
            }
            case SCALE, RUNNING_VARIANCE -> Arrays.fill(values, 1);
            case BIASES, SHIFT, SCALAR, RUNNING_MEAN -> {}
        }
        return values;
    }
}
