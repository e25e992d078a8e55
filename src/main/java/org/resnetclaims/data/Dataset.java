package org.resnetclaims.data;

/** Images to train on and images to test on. */
public record Dataset(DatasetDescription description, LabelledImages training, LabelledImages test) {}
