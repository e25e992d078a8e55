package org.resnetclaims.training;

import java.util.function.IntConsumer;
import org.resnetclaims.data.Dataset;

/**
 * The one seam to a framework: a run goes in, its outcome comes out. Found by {@link java.util.ServiceLoader}.
 * Implementations are safe for use by several threads at once, and the outcome of a run does not depend on its neighbours.
 */
public interface Trainer {

    /**
     * Names the engine, and refuses a machine that it cannot train on.
     *
     * @throws UnusableBackendException with one sentence on what was found, what is supported and what to do
     */
    Engine engine();

    /**
     * Trains to the end. A run whose loss is no longer finite ends as a diverged outcome, not as an exception.
     *
     * @param progress told the number of iterations done, from time to time, on the training thread
     */
    RunOutcome train(Run run, Dataset data, IntConsumer progress);
}
