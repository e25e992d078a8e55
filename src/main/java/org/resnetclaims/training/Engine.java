package org.resnetclaims.training;

import org.resnetclaims.network.Network;

/**
 * A framework that computes what networks do. It knows how to be fast, and nothing of what is trained or measured and
 * why. Found by {@link java.util.ServiceLoader}. Safe for use by several threads at once.
 */
public interface Engine {

    /**
     * Takes what the user sets, before anything else is asked of the engine.
     *
     * @throws UnusableBackendException in one sentence, if the engine cannot do it
     */
    default void configure(EngineSettings settings) {
        if (settings.precision() != Precision.FULL) {
            throw new UnusableBackendException(
                    "-Dprecision=%s is for libtorch on a GPU alone: take -Plibtorch-cuda, or leave the setting away"
                            .formatted(settings.precision()));
        }
    }

    /**
     * Names the engine, and refuses a machine that it cannot train on.
     *
     * @throws UnusableBackendException with one sentence on what was found, what is supported and what to do
     */
    EngineDescription description();

    /**
     * A model of this network, for use by the calling thread alone. What it computes does not depend on other models.
     * Its parameters are undefined until it is given a state.
     *
     * @param recipe for its momentum, weight decay and batch size; the learning rate comes with each step
     * @throws IllegalArgumentException in one sentence, if the engine cannot compute such a network
     */
    Model create(Network network, Recipe recipe);
}
