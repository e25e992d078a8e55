package org.resnetclaims.data;

import java.io.Serializable;
import java.util.Objects;
import org.resnetclaims.network.Shape;

/**
 * What identifies a data set. That is its content, wherever it is stored.
 *
 * @param name such as {@code cifar-10}, or {@code cifar-10 (unverified)} if it is not known to be the data set of that
 *     name
 * @param fingerprint SHA-256, in hex, of every pixel and label after reduction
 */
public record DatasetDescription(
        String name, Shape image, int classes, int trainingImages, int testImages, String fingerprint)
        implements Serializable {

    private static final String UNVERIFIED = " (unverified)";

    public DatasetDescription {
        Objects.requireNonNull(name, "a data set has no name");
        Objects.requireNonNull(image, "a data set has no shape of its images");
        Objects.requireNonNull(fingerprint, "a data set has no fingerprint");
    }

    /** The expected error, in %, of guessing. */
    public double guessingError() {
        return 100.0 * (1 - 1.0 / classes);
    }

    /** The name of data in the format of that data set that are not known to be it. */
    public static String unverified(String dataset) {
        return dataset + UNVERIFIED;
    }

    /** Whether these are data in the format of that data set that are not known to be it. */
    public boolean isUnverified(String dataset) {
        return name.equals(unverified(dataset));
    }
}
