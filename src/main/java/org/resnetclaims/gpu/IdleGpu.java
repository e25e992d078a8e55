package org.resnetclaims.gpu;

import java.util.Optional;

/** Tells who trains on the CPU that the machine has something faster. */
public final class IdleGpu {

    private IdleGpu() {}

    /** One sentence on which profile would use the first GPU that one can use; empty where there is no such GPU. */
    public static Optional<String> note() {
        try {
            return note(NvidiaDriver.find());
        } catch (NoGpuException e) {
            return Optional.empty();
        }
    }

    static Optional<String> note(NvidiaDriver driver) {
        return driver.gpus().stream()
                .flatMap(gpu -> CudaProfile.forGpu(gpu)
                        .map(profile -> "This machine has a GPU that this start does not use, %s: %s would train on it"
                                .formatted(gpu.inWords(), profile.options()))
                        .stream())
                .findFirst();
    }
}
