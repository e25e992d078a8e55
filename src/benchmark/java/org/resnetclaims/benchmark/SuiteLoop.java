package org.resnetclaims.benchmark;

import org.resnetclaims.data.Dataset;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.Trainer;

/**
 * An engine of this suite, by the door that every run takes. It asks for the score every hundred steps, and evaluates a
 * few images every thousand.
 */
final class SuiteLoop implements TrainingLoop {

    private final Engine engine;

    SuiteLoop(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void train(Run run, Dataset data, StepClock clock) {
        new Trainer(engine).train(run, data, Checkpoints.NONE, iterations -> clock.stepDone());
    }
}
