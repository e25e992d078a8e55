package org.resnetclaims.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How a network did on one batch.
 *
 * @param loss  mean cross-entropy; NaN or infinite once training has diverged
 * @param wrong number of images whose top-1 prediction is not their label
 */
record BatchScore(double loss, int wrong, int images) {

    /**
     * @param logits [images, classes]
     * @param labels one-hot, [images, classes]
     */
    static BatchScore of(INDArray logits, INDArray labels) {
        float[][] scores = logits.toFloatMatrix();
        float[][] truth = labels.toFloatMatrix();
        double loss = 0;
        int wrong = 0;
        for (int i = 0; i < scores.length; i++) {
            int label = argMax(truth[i]);
            loss += crossEntropy(scores[i], label);
            if (argMax(scores[i]) != label) {
                wrong++;
            }
        }
        return new BatchScore(loss / scores.length, wrong, scores.length);
    }

    /** The index of the largest value, the first of several; -1 where no value is a number. */
    static int argMax(float[] values) {
        int best = -1;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (values[i] > most) {
                most = values[i];
                best = i;
            }
        }
        return best;
    }

    private static double crossEntropy(float[] logits, int label) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - largest);
        }
        return Math.log(sum) + largest - logits[label];
    }
}
