package org.resnetclaims.data;

/** The mean of the training images, which is subtracted from every image that a network sees (Section 4.2). */
public final class MeanImage {

    private final float[] values;

    /** @param values of one image, scaled to [0, 1]: {@code float[channels * height * width]}; not copied */
    public MeanImage(float[] values) {
        this.values = values;
    }

    /**
     * @param pixels so many images one after the other, scaled to [0, 1]; changed in place
     * @throws IndexOutOfBoundsException if the images are smaller than this one
     */
    public void subtractFrom(float[] pixels, int images) {
        for (int start = 0; start < images * values.length; start += values.length) {
            for (int i = 0; i < values.length; i++) {
                pixels[start + i] -= values[i];
            }
        }
    }
}
