package org.resnetclaims.evidence;

/** Which of two numbers of an observable is the better one. */
public enum Direction {
    LOWER_IS_BETTER,
    HIGHER_IS_BETTER,
    NEITHER_IS_BETTER
}
