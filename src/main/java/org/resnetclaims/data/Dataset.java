package org.resnetclaims.data;

/** Images to train on and images to test on. */
public record Dataset(DatasetDescription description, LabelledImages training, LabelledImages test) {

    /** A data set with its description worked out from its content; both sets have images of one shape. */
    static Dataset of(String name, int classes, LabelledImages training, LabelledImages test) {
        String fingerprint = Fingerprint.of(classes, training, test);
        DatasetDescription description =
                new DatasetDescription(name, training.shape(), classes, training.size(), test.size(), fingerprint);
        return new Dataset(description, training, test);
    }

    /** The images of a part. */
    public LabelledImages images(Split split) {
        return split == Split.TRAINING ? training : test;
    }

    /** The same, with a name that says that it is not known to be what it is called. */
    Dataset unverified() {
        return new Dataset(description.unverified(), training, test);
    }

    /**
     * A smaller data set: the first images of each class, in their order, each averaged over squares of pixels. From a
     * class come {@code images / classes} images (rounded down), or all where it has fewer; the description says how
     * many there are in the end.
     *
     * @param trainingImages at most so many, {@link Integer#MAX_VALUE} for all
     * @param testImages likewise
     * @param averaging side of the squares in pixels, 1 for none; means are rounded to the nearest byte
     * @throws DataException if that leaves no image of a class, or the squares do not tile the image
     */
    public Dataset reduced(int trainingImages, int testImages, int averaging) {
        return of(
                description.name(),
                description.classes(),
                new Reduction(description, trainingImages, averaging).of(training),
                new Reduction(description, testImages, averaging).of(test));
    }
}
