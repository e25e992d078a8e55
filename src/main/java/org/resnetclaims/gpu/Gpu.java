package org.resnetclaims.gpu;

import java.util.Locale;

/**
 * An NVIDIA GPU.
 *
 * @param name such as {@code NVIDIA A100-SXM4-40GB}
 * @param capability its compute capability, such as 8.6: which code it runs
 * @param totalMiB its memory; {@link #UNKNOWN} where the driver does not say
 * @param freeMiB what no program uses of it; likewise
 */
public record Gpu(String name, double capability, long totalMiB, long freeMiB) {

    /** More than any GPU has, so that what is not known refuses nobody. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    /** Such as {@code NVIDIA A100-SXM4-40GB with compute capability 8.0}. */
    public String inWords() {
        return String.format(Locale.ROOT, "%s with compute capability %.1f", name, capability);
    }
}
