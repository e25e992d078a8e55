package org.resnetclaims.training;

/**
 * What trained, as far as it decides the bits of an outcome.
 *
 * @param name         such as {@code deeplearning4j}
 * @param version      of the framework
 * @param backend      {@code cpu} or {@code cuda}
 * @param binary       the native libraries and the instruction set they use
 * @param parallelRuns how many runs proceed best at once on this machine: cores, or GPUs
 */
public record Engine(String name, String version, String backend, String binary, int parallelRuns) {}
