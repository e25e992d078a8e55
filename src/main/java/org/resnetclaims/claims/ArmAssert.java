package org.resnetclaims.claims;

import org.assertj.core.api.AbstractAssert;
import org.resnetclaims.evidence.Metric;

/** Assertions on an arm: choose what it is to be judged by. */
public final class ArmAssert extends AbstractAssert<ArmAssert, Arm> {

    ArmAssert(Arm actual) {
        super(actual, ArmAssert.class);
    }

    /** The error on the training set at the end of training, in inference mode and without augmentation. */
    public ErrorAssert trainingError() {
        return by(Metric.TRAINING_ERROR);
    }

    /** The error on the test set at the end of training, in inference mode: never the best of several epochs. */
    public ErrorAssert testError() {
        return by(Metric.TEST_ERROR);
    }

    private ErrorAssert by(Metric metric) {
        isNotNull();
        return new ErrorAssert(actual, metric).as(info.description());
    }
}
