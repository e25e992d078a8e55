package org.resnetclaims.training;

import java.util.Objects;

/**
 * What trained, as far as it decides the bits of an outcome.
 *
 * @param name such as {@code deeplearning4j}
 * @param version of the framework
 * @param backend {@code cpu} or {@code cuda}
 * @param binary the native libraries and the instruction set they use
 * @param parallelRuns how many runs proceed best at once on this machine: cores, or GPUs
 */
public record EngineDescription(String name, String version, String backend, String binary, int parallelRuns) {

    public EngineDescription {
        Objects.requireNonNull(name, "an engine has no name");
        Objects.requireNonNull(version, "an engine has no version");
        Objects.requireNonNull(backend, "an engine has no backend");
        Objects.requireNonNull(binary, "an engine has no binary");
    }
}
