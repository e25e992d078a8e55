package org.resnetclaims.training;

import org.resnetclaims.network.Network;

/**
 * A framework that computes what networks do. It knows how to be fast, and nothing of what is trained or measured and
 * why. Found by {@link java.util.ServiceLoader}. Safe for use by several threads at once.
 */
public interface Engine {

    /** By which users choose it. It is asked for before they have chosen, so that nothing is loaded for it. */
    String name();

    /**
     * This engine as the user sets it; without being told, one computes in full precision.
     *
     * @throws UnusableBackendException in one sentence, if it cannot
     */
    default Engine with(EngineSettings settings) {
        if (settings.precision() != Precision.FULL) {
            throw new UnusableBackendException(
                    "The engine %s computes in full precision only: leave out -Dprecision=%s, or train on an NVIDIA GPU with -Dengine=libtorch"
                            .formatted(name(), settings.precision()));
        }
        return this;
    }

    /**
     * Describes the engine, and refuses a machine that it cannot train on.
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
