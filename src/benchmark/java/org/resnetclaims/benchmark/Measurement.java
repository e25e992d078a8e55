package org.resnetclaims.benchmark;

/**
 * What one worker found.
 *
 * @param imagesPerSecond summed over the runs side by side
 * @param steps all steps of all runs, also those of the warm-up
 * @param peakMemoryMiB the most memory that the worker held, or null where the system does not tell
 */
record Measurement(double imagesPerSecond, long steps, Double peakMemoryMiB) {}
