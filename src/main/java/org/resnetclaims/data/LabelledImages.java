package org.resnetclaims.data;

import org.resnetclaims.network.Shape;

/**
 * Images and their labels, by index: all that training and examinations need to know of a set, wherever its pixels are.
 * Safe for use by several threads at once.
 */
public interface LabelledImages {

    /** The shape of each image. */
    Shape shape();

    /** The number of images. */
    int size();

    /** The mean over this set, pixel by pixel. Every run asks for it, so it should be computed only once. */
    MeanImage mean();

    /**
     * Fills in the images with these indices, in this order: pixel values scaled to [0, 1].
     *
     * @param indices from 0 to {@code size() - 1}, in any order
     * @param pixels {@code float[indices.length * channels * height * width]} or longer
     * @param labels {@code int[indices.length]} or longer; from 0 to the number of classes less 1
     * @throws IndexOutOfBoundsException if there is no such image
     */
    void fill(int[] indices, float[] pixels, int[] labels);
}
