package org.resnetclaims.laboratory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.CurvePoint;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Mistakes;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.StateDict;
import org.resnetclaims.training.TrainedRun;

/** Makes up what comes of a run or an examination instead of doing it, and remembers what it was asked for. */
public final class SimulatedExecutor implements RunExecutor {

    private final ToDoubleFunction<Run> error;
    private final Queue<Run> trained = new ConcurrentLinkedQueue<>();
    private final Queue<List<Examiner.Subject>> examined = new ConcurrentLinkedQueue<>();
    private volatile Optional<Findings> findings = Optional.empty();
    private volatile BiFunction<Examination, List<Examiner.Subject>, Findings> found =
            (examination, subjects) -> Findings.of("networks", subjects.size());
    private volatile Runnable beforeExaminations = () -> {};

    /** @param error the training and test error of a run, in % */
    public SimulatedExecutor(ToDoubleFunction<Run> error) {
        this.error = error;
    }

    /** The runs in the order in which they were started. */
    public List<Run> trained() {
        return List.copyOf(trained);
    }

    /** What was examined, in the order in which that was started. */
    List<List<Examiner.Subject>> examined() {
        return List.copyOf(examined);
    }

    /** Has every examination find this. */
    void find(Findings always) {
        findings = Optional.of(always);
    }

    /** Has examinations find what this makes up. */
    public SimulatedExecutor finding(BiFunction<Examination, List<Examiner.Subject>, Findings> madeUp) {
        found = madeUp;
        return this;
    }

    /** Has this done before each examination. */
    void beforeExaminations(Runnable task) {
        beforeExaminations = task;
    }

    /** What it makes up for the network of a run at the end of training: all numbers are the seed. */
    static StateDict parameters(Run run) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : run.network().parameters()) {
            float[] values = new float[parameter.size()];
            Arrays.fill(values, run.seed());
            arrays.put(parameter.name(), values);
        }
        return new StateDict(arrays);
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
        List<CurvePoint> curve = List.of(
                new CurvePoint(run.recipe().iterations() / 5, percent, percent),
                new CurvePoint(run.recipe().iterations(), percent, percent));
        RunOutcome outcome =
                new RunOutcome(run.identity(), run.seed(), false, percent, percent, Mistakes.UNKNOWN, curve, 0);
        return new TrainedRun(outcome, parameters(run));
    }

    /** Finds how many networks there are, unless it was told otherwise. */
    @Override
    public Findings examine(Examination examination, List<Examiner.Subject> subjects) {
        examined.add(subjects);
        beforeExaminations.run();
        return findings.orElseGet(() -> found.apply(examination, subjects));
    }

    @Override
    public int threadsPerRun() {
        return 1;
    }

    @Override
    public int parallelRuns() {
        return 2;
    }

    @Override
    public List<Class<?>> code() {
        return List.of(SimulatedExecutor.class);
    }
}
