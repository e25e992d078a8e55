package org.resnetclaims.dl4j;

import java.util.function.IntConsumer;
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

    @Override
    public Engine engine() {
        return Backend.current().engine();
    }

    @Override
    public RunOutcome train(Run run, Dataset data, Checkpoints checkpoints, IntConsumer progress) {
        try (TrainingSession session = new TrainingSession(run, data, Backend.current().kernels())) {
            return session.train(checkpoints, progress);
        }
    }
}
