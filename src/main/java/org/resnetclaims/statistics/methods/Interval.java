package org.resnetclaims.statistics.methods;

/** A confidence interval; {@code level} is its coverage, such as 0.95. */
public record Interval(double lower, double upper, double level) {}
