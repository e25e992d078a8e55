package org.resnetclaims.libtorch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.InitialState;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.StateDict;

/**
 * Numbers to begin with at which a network has no kinks near: each ReLU passes every other channel and stops the rest,
 * by a margin that neither the images nor some steps cross. Elsewhere an input within rounding of 0 goes one way on one
 * engine and the other way on the other, and one such event is enough to drive two trainings apart.
 */
final class Smooth {

    private Smooth() {}

    static ModelState start(Network network) {
        ModelState drawn = InitialState.draw(network, 1);
        Set<String> biased = network.parameters().stream()
                .filter(parameter -> parameter.role() == Parameter.Role.BIASES)
                .map(Parameter::node)
                .collect(Collectors.toSet());
        String classifier = network.nodes().get(network.nodes().size() - 1).name();
        Random random = new Random(2);
        Map<String, float[]> parameters = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            float[] values = drawn.parameters().get(parameter).clone();
            if (!parameter.node().equals(classifier)) {
                // Batch normalisation makes up for the size of weights; biases alone do not.
                float weights = biased.contains(parameter.node()) ? 0.3f : 1;
                for (int i = 0; i < values.length; i++) {
                    values[i] = moved(parameter.role(), i, values[i] * weights, (float) random.nextGaussian());
                }
            }
            parameters.put(parameter.name(), values);
        }
        return new ModelState(new StateDict(parameters), drawn.velocities());
    }

    /** Not all alike, which would hide that channels are mixed up. */
    private static float moved(Parameter.Role role, int channel, float value, float noise) {
        return switch (role) {
            case SCALE, SCALAR -> 0.3f + 0.03f * noise;
            case SHIFT, BIASES -> (channel % 2 == 0 ? 1.5f : -1.5f) + 0.1f * noise;
            case WEIGHTS, RUNNING_MEAN, RUNNING_VARIANCE -> value;
        };
    }
}
