package org.resnetclaims.data;

import java.util.Objects;
import org.resnetclaims.network.Shape;

/**
 * What identifies a data set: its content, never its path.
 *
 * @param fingerprint SHA-256, in hex, of every pixel and label after reduction
 */
public record DatasetDescription(
        String name, Shape image, int classes, int trainingImages, int testImages, String fingerprint) {

    public DatasetDescription {
        Objects.requireNonNull(name, "a data set has no name");
        Objects.requireNonNull(image, "a data set has no shape of its images");
        Objects.requireNonNull(fingerprint, "a data set has no fingerprint");
    }
}
