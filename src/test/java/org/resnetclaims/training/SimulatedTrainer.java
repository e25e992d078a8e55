package org.resnetclaims.training;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import org.resnetclaims.data.Dataset;

/** Makes up the error of a run instead of training it, and remembers what it was asked for. */
public final class SimulatedTrainer implements Trainer {

    private final ToDoubleFunction<Run> error;
    private final Queue<Run> trained = new ConcurrentLinkedQueue<>();

    /** @param error the training and test error of a run, in % */
    public SimulatedTrainer(ToDoubleFunction<Run> error) {
        this.error = error;
    }

    /** The runs in the order in which they were started. */
    public List<Run> trained() {
        return List.copyOf(trained);
    }

    @Override
    public Engine engine() {
        return new Engine("simulated", "1", "cpu", "none", 2);
    }

    @Override
    public RunOutcome train(Run run, Dataset data, Checkpoints checkpoints, IntConsumer progress) {
        trained.add(run);
        double percent = error.applyAsDouble(run);
        progress.accept(run.recipe().iterations());
        List<CurvePoint> curve = List.of(new CurvePoint(run.recipe().iterations(), percent, percent));
        return new RunOutcome(run.identity(), run.seed(), false, percent, percent, Mistakes.UNKNOWN, curve, 0);
    }
}
