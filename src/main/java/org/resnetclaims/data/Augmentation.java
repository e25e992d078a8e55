package org.resnetclaims.data;

import java.io.Serializable;

/**
 * Random changes of training images (Section 4.2): pad with {@code padding} zeros on each side, crop to the original
 * size at a random place, and mirror with a probability of one half.
 */
public record Augmentation(int padding, boolean horizontalFlip) implements Serializable {

    public static final Augmentation NONE = new Augmentation(0, false);

    public Augmentation {
        if (padding < 0) {
            throw new IllegalArgumentException("The padding cannot be negative, but is " + padding);
        }
    }
}
