package org.resnetclaims.dl4j;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.resnetclaims.training.UnusableBackendException;

/**
 * An NVIDIA GPU as its driver describes it. Asked of {@code nvidia-smi}, which comes with every driver, because ND4J
 * ends in a native error on a GPU for which its library holds no code.
 *
 * @param computeCapability such as 8.6
 */
record Gpu(String name, double computeCapability) {

    private static final String INSTEAD = "run without -Pcuda to train on the CPU";
    private static final double OLDEST = 3.7;
    private static final int NEWEST_GENERATION = 8;

    /** @throws UnusableBackendException if there is no driver or no GPU */
    static Gpu first() {
        try {
            Process query = new ProcessBuilder(
                            List.of("nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader"))
                    .redirectErrorStream(true)
                    .start();
            if (!query.waitFor(1, TimeUnit.MINUTES)) {
                query.destroyForcibly();
                throw new UnusableBackendException(
                        "Found an NVIDIA driver that does not answer (nvidia-smi); " + INSTEAD);
            }
            String answer = new String(query.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (query.exitValue() != 0) {
                throw new UnusableBackendException(
                        "Found no working NVIDIA driver (nvidia-smi says: %s); install one for CUDA 11.6 or newer, or %s"
                                .formatted(answer.strip(), INSTEAD));
            }
            return parse(answer);
        } catch (IOException e) {
            throw new UnusableBackendException(
                    "Found no NVIDIA driver (there is no nvidia-smi); install one for CUDA 11.6 or newer, or "
                            + INSTEAD);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableBackendException("Interrupted while looking for a GPU");
        }
    }

    /** @param answer lines such as {@code NVIDIA A100-SXM4-40GB, 8.0} */
    static Gpu parse(String answer) {
        String line = answer.strip().lines().findFirst().orElse("");
        int comma = line.lastIndexOf(',');
        try {
            return new Gpu(
                    line.substring(0, Math.max(0, comma)).strip(),
                    Double.parseDouble(line.substring(comma + 1).strip()));
        } catch (NumberFormatException e) {
            throw new UnusableBackendException(
                    "Found no NVIDIA GPU (nvidia-smi says: '%s'); %s".formatted(line, INSTEAD));
        }
    }

    /** @throws UnusableBackendException if the natives of ND4J hold no code for this GPU */
    void requireSupport() {
        if (computeCapability < OLDEST || computeCapability >= NEWEST_GENERATION + 1) {
            throw new UnusableBackendException(
                    "Found %s with compute capability %.1f, but ND4J's CUDA natives support 3.7 to 8.x; use such a GPU, or %s"
                            .formatted(name, computeCapability, INSTEAD));
        }
    }
}
