package org.resnetclaims.training;

import java.io.Serializable;

/**
 * One point of a training curve.
 *
 * @param iteration batches trained so far
 * @param trainingError running error in % over the batches since the previous point, as the paper's figures draw it
 * @param testError error in % on the test set in inference mode, or on a part spread evenly over it: as many images as
 *     a fifth of the training images since the previous point
 */
public record CurvePoint(int iteration, double trainingError, double testError) implements Serializable {}
