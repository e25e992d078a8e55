package org.resnetclaims.training;

/**
 * How a network did on some images.
 *
 * @param loss cross-entropy, summed over the images; NaN or infinite once training has diverged
 * @param wrong number of images whose top-1 prediction is not their label
 * @param images on how many
 */
public record Score(double loss, int wrong, int images) {

    /** On no image. */
    public static final Score NONE = new Score(0, 0, 0);

    /**
     * @param logits {@code float[images * classes]}, image by image
     * @param labels the class of each image
     */
    public static Score of(float[] logits, int[] labels) {
        int classes = logits.length / labels.length;
        double loss = 0;
        int wrong = 0;
        for (int image = 0; image < labels.length; image++) {
            loss += crossEntropy(logits, image * classes, classes, labels[image]);
            if (prediction(logits, image, classes) != labels[image]) {
                wrong++;
            }
        }
        return new Score(loss, wrong, labels.length);
    }

    /**
     * That on mixed images, of which this one is the score with labels of which each counts so much.
     *
     * @param partners the score with the labels of those that they are mixed with
     */
    public Score mixed(double share, Score partners) {
        return new Score(share * loss + (1 - share) * partners.loss, wrong, images);
    }

    /** That on the images of both. */
    public Score plus(Score other) {
        return new Score(loss + other.loss, wrong + other.wrong, images + other.images);
    }

    /** Per image; NaN where there is none. */
    public double meanLoss() {
        return loss / images;
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
