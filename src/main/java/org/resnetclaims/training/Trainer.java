package org.resnetclaims.training;

import java.util.function.IntConsumer;
import org.resnetclaims.data.Dataset;

/** Trains runs on an engine. Safe for use by several threads at once; runs do not depend on their neighbours. */
public final class Trainer {

    private final Engine engine;

    public Trainer(Engine engine) {
        this.engine = engine;
    }

    /**
     * Trains to the end. A run whose loss is no longer finite ends as a diverged outcome, not as an exception.
     *
     * <p>Goes on from the latest checkpoint where there is one, and comes to the same bits either way. Soon after its
     * thread is interrupted it saves another and gives the run up.
     *
     * @param progress told the number of iterations done on the training thread: where it goes on from a checkpoint,
     *     and after each batch
     * @throws java.util.concurrent.CancellationException if its thread was interrupted
     */
    public TrainedRun train(Run run, Dataset data, Checkpoints checkpoints, IntConsumer progress) {
        try (Model model = engine.create(run.network(), run.recipe())) {
            return new Training(run, data, model).train(checkpoints, progress);
        }
    }
}
