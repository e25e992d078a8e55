package org.resnetclaims.evidence;

/**
 * What an arm is judged by, of one of its runs.
 *
 * @param value not finite where the run has no such number, as one that diverged may not
 */
public record Observed(long seed, double value) {}
