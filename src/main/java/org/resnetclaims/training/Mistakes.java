package org.resnetclaims.training;

import java.io.Serializable;
import java.util.Base64;
import java.util.BitSet;
import java.util.Objects;

/**
 * Which images of a set a trained network classified wrongly: their sampling is a part of what a test error leaves
 * open.
 *
 * @param images how many there are; 0 where it was not recorded
 * @param wrong a bit for each image, in the order of the set, the first in the lowest bit of the first byte; Base64
 */
public record Mistakes(int images, String wrong) implements Serializable {

    /** Not recorded. */
    public static final Mistakes UNKNOWN = new Mistakes(0, "");

    public Mistakes {
        Objects.requireNonNull(wrong, "mistakes have no bits");
        if (images < 0 || bits(wrong).length() > images) {
            throw new IllegalArgumentException("mistakes are recorded on images that are not among the " + images);
        }
    }

    public static Mistakes of(int images, BitSet wrong) {
        return new Mistakes(images, Base64.getEncoder().encodeToString(wrong.toByteArray()));
    }

    /** The top-1 error that they come to, in %. */
    public double percent() {
        return 100.0 * bits().cardinality() / images;
    }

    /** A copy. */
    public BitSet bits() {
        return bits(wrong);
    }

    private static BitSet bits(String wrong) {
        return BitSet.valueOf(Base64.getDecoder().decode(wrong));
    }
}
