package org.resnetclaims.data;

/** A part of a data set. */
public enum Split {
    TRAINING,
    TEST
}
