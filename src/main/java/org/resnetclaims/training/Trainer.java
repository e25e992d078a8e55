package org.resnetclaims.training;

import java.util.function.IntConsumer;
import org.resnetclaims.data.Dataset;

/**
 * The one seam to a framework: a run goes in, its outcome comes out. Found by {@link java.util.ServiceLoader}.
 * Implementations are safe for use by several threads at once, and the outcome of a run does not depend on its
 * neighbours.
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
     * <p>Goes on from the latest checkpoint where there is one, and comes to the same bits either way. Soon after its
     * thread is interrupted it saves another and gives the run up.
     *
     * @param progress told the number of iterations done on the training thread: where it goes on from a checkpoint,
     *     and from time to time
     * @throws java.util.concurrent.CancellationException if its thread was interrupted
     */
    RunOutcome train(Run run, Dataset data, Checkpoints checkpoints, IntConsumer progress);
}
