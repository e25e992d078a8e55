package org.resnetclaims.data;

/**
 * The training batches of one run. A batch is a pure function of the seed and its iteration, so a run can be taken up
 * again anywhere.
 */
public final class Batches {

    public Batches(LabelledImages images, float[] mean, Augmentation augmentation, int batchSize, long seed) {
        throw new UnsupportedOperationException();
    }

    /**
     * Fills in the batch of an iteration, the first of which is 0: every epoch is a fresh permutation, and batches run
     * on across epochs.
     *
     * @param pixels {@code float[batchSize * channels * height * width]}, augmented, scaled to [0, 1], less the mean
     * @param labels {@code int[batchSize]}
     */
    public void fill(int iteration, float[] pixels, int[] labels) {
        throw new UnsupportedOperationException();
    }
}
