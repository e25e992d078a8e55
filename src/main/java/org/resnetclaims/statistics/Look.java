package org.resnetclaims.statistics;

/**
 * One look at the data of a sequential test.
 *
 * @param seeds       per arm
 * @param statistic   Welch's t, or Student's for one arm, against the margin; not finite where no arm varies
 * @param pReproduced one-sided p-value of the claim
 * @param pRefuted    one-sided p-value of its contrary
 * @param boundary    the level that either p-value must not exceed for the test to stop here
 */
public record Look(int seeds, double statistic, double pReproduced, double pRefuted, double boundary) {}
