package org.resnetclaims.training;

/**
 * How a network did on one batch.
 *
 * @param loss mean cross-entropy; NaN or infinite once training has diverged
 * @param wrong number of images whose top-1 prediction is not their label
 */
public record BatchScore(double loss, int wrong) {

    /**
     * @param logits {@code float[images * classes]}, image by image
     * @param labels the class of each image
     */
    public static BatchScore of(float[] logits, int[] labels) {
        int classes = logits.length / labels.length;
        double loss = 0;
        int wrong = 0;
        for (int image = 0; image < labels.length; image++) {
            loss += crossEntropy(logits, image * classes, classes, labels[image]);
            if (prediction(logits, image, classes) != labels[image]) {
                wrong++;
            }
        }
        return new BatchScore(loss / labels.length, wrong);
    }

    /** The class with the largest logit, the first of several; -1 where no logit is a number. */
    public static int prediction(float[] logits, int image, int classes) {
        int best = -1;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < classes; i++) {
            if (logits[image * classes + i] > most) {
                most = logits[image * classes + i];
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
