package org.resnetclaims.claims;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.resnetclaims.claims.judging.Observable;

/** Assertions on several arms in an order: choose what they are to be judged by. */
public final class ArmsAssert extends AbstractAssert<ArmsAssert, List<Arm>> {

    ArmsAssert(List<Arm> actual) {
        super(actual, ArmsAssert.class);
    }

    /** The error on the training set at the end of training, in inference mode and without augmentation. */
    public OrderAssert trainingError() {
        return on(Observable.TRAINING_ERROR);
    }

    /** The error on the test set at the end of training, in inference mode: never the best of several epochs. */
    public OrderAssert testError() {
        return on(Observable.TEST_ERROR);
    }

    /** Any other number of each run. */
    public OrderAssert on(Observable observable) {
        return new OrderAssert(actual, observable).as(info.description());
    }
}
