package org.resnetclaims.benchmark;

import org.resnetclaims.data.Dataset;
import org.resnetclaims.training.Run;

/** Trains step after step on the calling thread, until the clock has seen enough. */
interface TrainingLoop {

    /**
     * @param clock told of each step, whole and done: batch copied in, forward, backward, parameters changed
     * @throws StepClock.Enough in the end
     */
    void train(Run run, Dataset data, StepClock clock);
}
