package org.resnetclaims.laboratory;

import java.util.List;
import java.util.function.IntConsumer;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.TrainedRun;
import org.resnetclaims.training.Trainer;

/** Trains and examines on the calling thread. */
public final class LocalExecutor implements RunExecutor {

    private final Engine engine;
    private final Dataset data;
    private final Trainer trainer;
    private final Examiner examiner;
    private final int threadsPerRun;

    /**
     * @param data what every run trains on
     * @param threadsPerRun that the native libraries of the engine use on each calling thread
     */
    public LocalExecutor(Engine engine, Dataset data, int threadsPerRun) {
        this.engine = engine;
        this.data = data;
        this.threadsPerRun = threadsPerRun;
        trainer = new Trainer(engine);
        examiner = new Examiner(engine);
    }

    @Override
    public EngineDescription engine() {
        return engine.description();
    }

    @Override
    public List<Class<?>> code() {
        return List.of(
                Trainer.class,
                engine.getClass(),
                data.training().getClass(),
                data.test().getClass());
    }

    @Override
    public int threadsPerRun() {
        return threadsPerRun;
    }

    @Override
    public int parallelRuns() {
        return engine.description().parallelRuns();
    }

    @Override
    public TrainedRun train(Run run, Checkpoints checkpoints, IntConsumer progress) {
        return trainer.train(run, data, checkpoints, progress);
    }

    @Override
    public Findings examine(Examination examination, List<Examiner.Subject> subjects) {
        return examiner.examine(examination, subjects, data);
    }
}
