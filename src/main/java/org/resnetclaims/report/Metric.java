package org.resnetclaims.report;

import org.resnetclaims.training.CurvePoint;
import org.resnetclaims.training.RunOutcome;

/** The two errors that the paper speaks of, in %. */
enum Metric {
    TRAINING("training") {
        @Override
        double of(RunOutcome run) {
            return run.trainingError();
        }

        @Override
        double of(CurvePoint point) {
            return point.trainingError();
        }
    },
    TEST("test") {
        @Override
        double of(RunOutcome run) {
            return run.testError();
        }

        @Override
        double of(CurvePoint point) {
            return point.testError();
        }
    };

    private final String phase;

    Metric(String phase) {
        this.phase = phase;
    }

    /** The metric that a record names; it is the training error wherever a record does not say test error. */
    static Metric named(String words) {
        return TEST.words().equals(words) ? TEST : TRAINING;
    }

    String words() {
        return phase + " error";
    }

    String phase() {
        return phase;
    }

    /** At the end of training. */
    abstract double of(RunOutcome run);

    abstract double of(CurvePoint point);
}
