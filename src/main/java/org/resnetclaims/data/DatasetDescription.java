package org.resnetclaims.data;

import java.util.Objects;
import org.resnetclaims.network.Shape;

/**
 * What identifies a data set: its content, never its path.
 *
 * @param name such as {@code cifar-10}, or {@code cifar-10 (unverified)} where that name is all that speaks for it
 * @param fingerprint SHA-256, in hex, of every pixel and label after reduction
 */
public record DatasetDescription(
        String name, Shape image, int classes, int trainingImages, int testImages, String fingerprint) {

    private static final String UNVERIFIED = " (unverified)";

    public DatasetDescription {
        Objects.requireNonNull(name, "a data set has no name");
        Objects.requireNonNull(image, "a data set has no shape of its images");
        Objects.requireNonNull(fingerprint, "a data set has no fingerprint");
    }

    /** The error in % of a network that guesses. */
    public double guessingError() {
        return 100.0 * (1 - 1.0 / classes);
    }

    /** What a data set is called that has the form of that one, without being known to be it. */
    public static String unverified(String dataset) {
        return dataset + UNVERIFIED;
    }

    /** Whether this goes by the name of that data set without being known to be it. */
    public boolean isUnverified(String dataset) {
        return name.equals(unverified(dataset));
    }
}
