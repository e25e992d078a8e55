package org.resnetclaims.data;

/**
 * Random changes of training images (Section 4.2): zero-pad by {@code padding} pixels and crop back at random, and
 * mirror every other image on average.
 */
public record Augmentation(int padding, boolean horizontalFlip) {

    public static final Augmentation NONE = new Augmentation(0, false);

    public Augmentation {
        if (padding < 0) {
            throw new IllegalArgumentException("The padding cannot be negative, but is " + padding);
        }
    }
}
