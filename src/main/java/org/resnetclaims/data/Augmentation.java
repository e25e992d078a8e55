package org.resnetclaims.data;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.Serializable;

/**
 * Random changes of training images (Section 4.2): pad with {@code padding} zeros on each side, crop to the original
 * size at a random place, and mirror with a probability of one half. Where {@code mixup} is above 0, mix the images of
 * a batch in pairs, and their labels alike, by a weight drawn from Beta({@code mixup}, {@code mixup}) for each batch
 * (arXiv 1710.09412).
 *
 * @param mixup from 0, for images that are not mixed, to 1
 */
@JsonDeserialize(using = AugmentationReader.class)
public record Augmentation(int padding, boolean horizontalFlip, double mixup) implements Serializable {

    public static final Augmentation NONE = new Augmentation(0, false);

    public Augmentation {
        if (padding < 0) {
            throw new IllegalArgumentException("The padding cannot be negative, but is " + padding);
        }
        if (!(mixup >= 0 && mixup <= 1)) {
            throw new IllegalArgumentException("Mixup takes a number from 0 to 1, not " + mixup);
        }
    }

    /** One that does not mix images. */
    public Augmentation(int padding, boolean horizontalFlip) {
        this(padding, horizontalFlip, 0);
    }

    /** Whether images are changed one by one. */
    boolean shifts() {
        return padding > 0 || horizontalFlip;
    }

    /** Without a word of Mixup where there is none, so that runs from before it came keep their identity. */
    @Override
    public String toString() {
        return "Augmentation[padding=%d, horizontalFlip=%s%s]"
                .formatted(padding, horizontalFlip, mixup > 0 ? ", mixup=" + mixup : "");
    }
}
