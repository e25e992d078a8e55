package org.resnetclaims.claims;

import java.util.function.ToDoubleFunction;
import org.resnetclaims.training.RunOutcome;

/** What an arm is judged by: an error in % at the end of training. */
enum Metric {
    TRAINING_ERROR("training error", RunOutcome::trainingError),
    TEST_ERROR("test error", RunOutcome::testError);

    private final String words;
    private final ToDoubleFunction<RunOutcome> value;

    Metric(String words, ToDoubleFunction<RunOutcome> value) {
        this.words = words;
        this.value = value;
    }

    double of(RunOutcome outcome) {
        return value.applyAsDouble(outcome);
    }

    @Override
    public String toString() {
        return words;
    }
}
