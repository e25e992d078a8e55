package org.resnetclaims.training;

import java.util.Objects;

/**
 * All that a model remembers from one step to the next.
 *
 * @param parameters weights, biases, and scales, shifts and running statistics of batch normalisations
 * @param velocities of the optimiser; one array for each parameter that has a gradient
 */
public record ModelState(StateDict parameters, StateDict velocities) {

    public ModelState {
        Objects.requireNonNull(parameters, "a state has no parameters");
        Objects.requireNonNull(velocities, "a state has no velocities");
    }
}
