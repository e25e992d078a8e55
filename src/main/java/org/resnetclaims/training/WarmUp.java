package org.resnetclaims.training;

import java.io.Serializable;

/**
 * A lower learning rate at the beginning, which Section 4.2 needs for ResNet-110: it lasts until the training error
 * falls below a bound. The paper does not say how it measured that error; here it is the error over 100 batches in
 * training, looked at after every hundredth batch.
 *
 * @param learningRate until then
 * @param untilTrainingError in %
 */
public record WarmUp(double learningRate, double untilTrainingError) implements Serializable {

    /** Begins with the full learning rate. */
    public static final WarmUp NONE = new WarmUp(0, 100);

    static final int WINDOW = 100;
}
