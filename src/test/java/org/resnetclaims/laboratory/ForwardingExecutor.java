package org.resnetclaims.laboratory;

import java.util.List;
import java.util.function.IntConsumer;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.TrainedRun;

/** Does what another executor does, except for what a test wants otherwise. */
public interface ForwardingExecutor extends RunExecutor {

    RunExecutor executor();

    @Override
    default EngineDescription engine() {
        return executor().engine();
    }

    @Override
    default List<Class<?>> code() {
        return executor().code();
    }

    @Override
    default int threadsPerRun() {
        return executor().threadsPerRun();
    }

    @Override
    default int parallelRuns() {
        return executor().parallelRuns();
    }

    @Override
    default TrainedRun train(Run run, Checkpoints checkpoints, IntConsumer progress) {
        return executor().train(run, checkpoints, progress);
    }

    @Override
    default Findings examine(Examination examination, List<Examiner.Subject> subjects) {
        return executor().examine(examination, subjects);
    }
}
