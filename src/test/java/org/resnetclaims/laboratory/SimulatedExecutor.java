package org.resnetclaims.laboratory;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.CurvePoint;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.InitialState;
import org.resnetclaims.training.Mistakes;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.TrainedRun;

/** Makes up the error of a run instead of training it, and remembers what it was asked for. */
public final class SimulatedExecutor implements RunExecutor {

    private final ToDoubleFunction<Run> error;
    private final Queue<Run> trained = new ConcurrentLinkedQueue<>();

    /** @param error the training and test error of a run, in % */
    public SimulatedExecutor(ToDoubleFunction<Run> error) {
        this.error = error;
    }

    /** The runs in the order in which they were started. */
    public List<Run> trained() {
        return List.copyOf(trained);
    }

    @Override
    public EngineDescription engine() {
        return new EngineDescription("simulated", "1", "cpu", "none", 2);
    }

    @Override
    public TrainedRun train(Run run, Checkpoints checkpoints, IntConsumer progress) {
        trained.add(run);
        double percent = error.applyAsDouble(run);
        progress.accept(run.recipe().iterations());
        List<CurvePoint> curve = List.of(new CurvePoint(run.recipe().iterations(), percent, percent));
        RunOutcome outcome =
                new RunOutcome(run.identity(), run.seed(), false, percent, percent, Mistakes.UNKNOWN, curve, 0);
        return new TrainedRun(
                outcome, InitialState.draw(run.network(), run.seed()).parameters());
    }

    /** Makes up one number: how many networks there are to examine. */
    @Override
    public Findings examine(Examination examination, List<Examiner.Subject> subjects) {
        return Findings.of("networks", subjects.size());
    }

    @Override
    public List<Class<?>> code() {
        return List.of(SimulatedExecutor.class);
    }
}
