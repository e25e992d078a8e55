package org.resnetclaims.training;

import java.nio.file.Path;
import java.util.List;

/**
 * What a user sets for the engine alone.
 *
 * @param cudaLibraries the folders in which CUDA's libraries are looked for first
 */
public record EngineSettings(Precision precision, List<Path> cudaLibraries) {

    /** What holds where nobody sets anything. */
    public static final EngineSettings DEFAULT = new EngineSettings(Precision.FULL, List.of());

    public EngineSettings {
        cudaLibraries = List.copyOf(cudaLibraries);
    }
}
