package org.resnetclaims.training;

import java.io.Serializable;

/**
 * One point of a training curve.
 *
 * @param iteration batches trained so far
 * @param trainingError running error in % over the batches since the previous point, as the paper's figures draw it
 * @param testError error in % on the whole test set in inference mode
 */
public record CurvePoint(int iteration, double trainingError, double testError) implements Serializable {}
