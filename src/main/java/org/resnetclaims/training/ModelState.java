package org.resnetclaims.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;

/**
 * All that a model remembers from one step to the next.
 *
 * @param parameters weights, biases, scalars, and scales, shifts and running statistics of batch normalisations
 * @param velocities of the optimiser; one array for each parameter that has a gradient
 */
public record ModelState(StateDict parameters, StateDict velocities) {

    public ModelState {
        Objects.requireNonNull(parameters, "a state has no parameters");
        Objects.requireNonNull(velocities, "a state has no velocities");
    }

    /** That of a network before its first step: all velocities are 0. */
    static ModelState atRest(Network network, StateDict parameters) {
        Map<String, float[]> velocities = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            if (parameter.role().hasGradient()) {
                velocities.put(parameter.name(), new float[parameter.size()]);
            }
        }
        return new ModelState(parameters, new StateDict(velocities));
    }
}
