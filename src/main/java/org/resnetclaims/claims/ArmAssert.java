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

    /**
     * By how much its running training error lies above that of another arm, at the point of training where that is
     * least, once a share of training has passed; runs of one seed are set against each other.
     */
    public ObservableAssert smallestGapTo(Arm other, double after) {
        return on(Observable.smallestGapTo(other.runs(), after));
    }

    /** Any other number of each run. */
    public ObservableAssert on(Observable observable) {
        isNotNull();
        return new ObservableAssert(actual, observable).as(info.description());
    }
}
