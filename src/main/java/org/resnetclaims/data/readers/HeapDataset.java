package org.resnetclaims.data.readers;

import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.DatasetDescription;

/**
 * A data set as it was read into memory. Its description is worked out only for the part that is used, since the
 * fingerprint in it is a hash of every pixel.
 */
public final class HeapDataset {

    private final String name;
    private final int classes;
    private final HeapImages training;
    private final HeapImages test;

    /** @param test of the same shape as the training images */
    HeapDataset(String name, int classes, HeapImages training, HeapImages test) {
        this.name = name;
        this.classes = classes;
        this.training = training;
        this.test = test;
    }

    /** The data set with all its images as they are. */
    public Dataset whole() {
        DatasetDescription description =
                new DatasetDescription(name, training.shape(), classes, training.size(), test.size(), fingerprint());
        return new Dataset(description, training, test);
    }

    /**
     * A smaller data set: the first images of each class, in their order, each averaged over squares of pixels. From a
     * class come {@code images / classes} images (rounded down), or all where it has fewer; the description has the
     * true numbers. Squares begin at the upper left; one that reaches beyond the right or lower edge is averaged over
     * the part of it that is in the image, so that an image of any size can be made smaller.
     *
     * @param trainingImages at most so many, {@link Integer#MAX_VALUE} for all
     * @param testImages likewise
     * @param averaging side of the squares in pixels, 1 for none; means are rounded to the nearest byte
     * @throws org.resnetclaims.data.DataException if that leaves no image of a class
     */
    public Dataset reduced(int trainingImages, int testImages, int averaging) {
        HeapImages fewerTraining = new Reduction(this, trainingImages, averaging).of(training);
        HeapImages fewerTest = new Reduction(this, testImages, averaging).of(test);
        return new HeapDataset(name, classes, fewerTraining, fewerTest).whole();
    }

    /** The same images under a name that says that they are unverified. */
    HeapDataset unverified() {
        return new HeapDataset(DatasetDescription.unverified(name), classes, training, test);
    }

    /** SHA-256, in hex, of every pixel and label. */
    String fingerprint() {
        return Fingerprint.of(classes, training, test);
    }

    String name() {
        return name;
    }

    int classes() {
        return classes;
    }

    HeapImages training() {
        return training;
    }

    HeapImages test() {
        return test;
    }
}
