package org.resnetclaims.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How a network did on one batch.
 *
 * @param loss mean cross-entropy; NaN or infinite once training has diverged
 * @param wrong number of images whose top-1 prediction is not their label
 */
record BatchScore(double loss, int wrong, int images) {

    /**
     * @param logits [images, classes]
     * @param labels one-hot, [images, classes]
     */
    static BatchScore of(INDArray logits, INDArray labels) {
        int images = (int) logits.size(0);
        int classes = (int) logits.size(1);
        float[] scores = rows(logits);
        float[] truth = rows(labels);
        double loss = 0;
        int wrong = 0;
        for (int row = 0; row < scores.length; row += classes) {
            int label = argMax(truth, row, classes);
            loss += crossEntropy(scores, row, classes, label);
            if (argMax(scores, row, classes) != label) {
                wrong++;
            }
        }
        return new BatchScore(loss / images, wrong, images);
    }

    /** The values of a matrix, row by row: one copy, where {@code toFloatMatrix} makes several arrays for each row. */
    static float[] rows(INDArray matrix) {
        return matrix.dup('c').data().asFloat();
    }

    /** The index of the largest of a row's values, the first of several; -1 where no value is a number. */
    static int argMax(float[] values, int row, int length) {
        int best = -1;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < length; i++) {
            if (values[row + i] > most) {
                most = values[row + i];
                best = i;
            }
        }
        return best;
    }

    private static double crossEntropy(float[] logits, int row, int classes, int label) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = row; i < row + classes; i++) {
            largest = Math.max(largest, logits[i]);
        }
        double sum = 0;
        for (int i = row; i < row + classes; i++) {
            sum += Math.exp(logits[i] - largest);
        }
        return Math.log(sum) + largest - logits[row + label];
    }
}
