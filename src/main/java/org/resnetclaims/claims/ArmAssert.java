package org.resnetclaims.claims;

import org.assertj.core.api.AbstractAssert;
import org.resnetclaims.claims.judging.Observable;

/** Assertions on an arm: choose what it is to be judged by. */
public final class ArmAssert extends AbstractAssert<ArmAssert, Arm> {

    ArmAssert(Arm actual) {
        super(actual, ArmAssert.class);
    }

    /** The error on the training set at the end of training, in inference mode and without augmentation. */
    public ObservableAssert trainingError() {
        return on(Observable.TRAINING_ERROR);
    }

    /** The error on the test set at the end of training, in inference mode: never the best of several epochs. */
    public ObservableAssert testError() {
        return on(Observable.TEST_ERROR);
    }

    /** Any other number of each run. */
    public ObservableAssert on(Observable observable) {
        isNotNull();
        return new ObservableAssert(actual, observable).as(info.description());
    }
}
