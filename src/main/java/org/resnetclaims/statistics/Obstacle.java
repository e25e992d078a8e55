package org.resnetclaims.statistics;

/** What keeps a look from deciding though its p-value is within the boundary. */
public enum Obstacle {
    /** A likeness, and so few runs that too many of all that could be drawn may fail. */
    FAILED_RUNS,
    /** On other images it might come out otherwise. */
    IMAGES,
    /**
     * The runs of an arm differ by less than the smallest step between two numbers, and the permutation test does not
     * confirm the t test.
     */
    COARSE_ERRORS
}
