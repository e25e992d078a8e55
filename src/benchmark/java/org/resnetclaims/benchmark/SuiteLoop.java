package org.resnetclaims.benchmark;

import org.resnetclaims.data.Dataset;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.Trainer;

/** This suite's engine, by the door that every run takes. It evaluates a few images every thousand steps. */
final class SuiteLoop implements TrainingLoop {

    @Override
    public void train(Run run, Dataset data, StepClock clock) {
        new Trainer(new Dl4jEngine()).train(run, data, Checkpoints.NONE, iterations -> clock.stepDone());
    }
}
