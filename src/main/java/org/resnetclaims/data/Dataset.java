package org.resnetclaims.data;

/** Images to train on and images to test on, of one shape. */
public record Dataset(DatasetDescription description, LabelledImages training, LabelledImages test) {

    /** The images of a part. */
    public LabelledImages images(Split split) {
        return split == Split.TRAINING ? training : test;
    }
}
