package org.resnetclaims.dl4j;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Trainer;

/** Trains with Deeplearning4j: on oneDNN where ND4J computes on the CPU, on cuDNN where it computes on CUDA. */
public final class Dl4jTrainer implements Trainer {

    static {
        NativeMemory.followTheMachine();
    }

    private @Nullable Backend backend;

    @Override
    public Engine engine() {
        return backend().engine();
    }

    @Override
    public RunOutcome train(Run run, Dataset data, Checkpoints checkpoints, IntConsumer progress) {
        try (TrainingSession session = new TrainingSession(run, data, backend().kernels())) {
            return session.train(checkpoints, progress);
        }
    }

    /** Asked for once, since a GPU is looked up in another process. */
    private synchronized Backend backend() {
        if (backend == null) {
            backend = Backend.current();
        }
        return backend;
    }
}
