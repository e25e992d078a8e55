package org.resnetclaims.gpu;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.resnetclaims.training.UnusableBackendException;

/**
 * A profile of the build whose natives train on NVIDIA GPUs, and on which ones. The first that can is the one to take.
 */
public enum CudaProfile {

    /** libtorch's natives hold machine code for these alone, and none that a driver could translate for others. */
    LIBTORCH(
            "libtorch-cuda",
            "libtorch's CUDA natives",
            "7.5, 8.x, 9.0, 10.x and 12.x",
            13.0,
            "take -Plibtorch in place of -Plibtorch-cuda to train on the CPU") {
        @Override
        public boolean supports(double capability) {
            return capability == 7.5 || capability == 9.0 || Set.of(8, 10, 12).contains((int) capability);
        }
    },

    ND4J("cuda", "ND4J's CUDA natives", "3.7 to 8.x", 11.0, "run without -Pcuda to train on the CPU") {
        @Override
        public boolean supports(double capability) {
            return capability >= 3.7 && capability < 9;
        }
    };

    private final String profile;
    private final String natives;
    private final String capabilities;
    private final double cuda;
    private final String instead;

    CudaProfile(String profile, String natives, String capabilities, double cuda, String instead) {
        this.profile = profile;
        this.natives = natives;
        this.capabilities = capabilities;
        this.cuda = cuda;
        this.instead = instead;
    }

    /** What can train on this GPU; empty if nothing can. */
    public static Optional<CudaProfile> forGpu(Gpu gpu) {
        return Arrays.stream(values())
                .filter(profile -> profile.supports(gpu.capability()))
                .findFirst();
    }

    /** The options of a start that trains with these natives. */
    public String options() {
        return this == LIBTORCH ? "-P" + profile + " -Dengine=libtorch" : "-P" + profile;
    }

    /** What to do where the GPU cannot be used, as the end of a sentence. */
    public String instead() {
        return instead;
    }

    /**
     * The GPUs of this machine that these natives can train on: at least one.
     *
     * @throws UnusableBackendException in one sentence, if there is no driver, it is too old, or no GPU is of use
     */
    public List<Gpu> gpus() {
        try {
            return gpus(NvidiaDriver.find());
        } catch (NoGpuException e) {
            throw new UnusableBackendException("%s; install a driver for CUDA %s or newer, or %s"
                    .formatted(e.getMessage(), number(cuda), instead));
        }
    }

    List<Gpu> gpus(NvidiaDriver driver) {
        driver.cuda().ifPresent(version -> {
            if (version < cuda) {
                throw new UnusableBackendException(
                        "Found an NVIDIA driver for CUDA %s, but %s need one for CUDA %s; install a newer one, or %s"
                                .formatted(number(version), natives, number(cuda), instead));
            }
        });
        List<Gpu> usable =
                driver.gpus().stream().filter(gpu -> supports(gpu.capability())).toList();
        if (usable.isEmpty()) {
            Gpu first = driver.gpus().get(0);
            throw new UnusableBackendException("Found %s, but %s support %s; %s, or %s"
                    .formatted(
                            first.inWords(),
                            natives,
                            capabilities,
                            forGpu(first)
                                    .map(other -> "take %s in place of -P%s".formatted(other.options(), profile))
                                    .orElse("use such a GPU"),
                            instead));
        }
        return usable;
    }

    /** Whether these natives hold code for GPUs of this compute capability. */
    public abstract boolean supports(double capability);

    private static String number(double version) {
        return String.format(Locale.ROOT, "%.1f", version);
    }
}
