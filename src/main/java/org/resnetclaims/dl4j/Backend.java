package org.resnetclaims.dl4j;

import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;
import org.nd4j.linalg.factory.Nd4j;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.UnusableBackendException;

/** What ND4J computes on in this JVM: CUDA where its artifact is on the class path (profile {@code cuda}), or the CPU. */
enum Backend {
    CPU("cpu", Kernels.ONEDNN) {
        @Override
        String binary() {
            dnnl_version_t version = dnnl.dnnl_version();
            return "nd4j-native, oneDNN %d.%d.%d on %s".formatted(
                    version.major(), version.minor(), version.patch(), instructionSet());
        }

        @Override
        int parallelRuns() {
            return Runtime.getRuntime().availableProcessors();
        }
    },

    CUDA("cuda", Kernels.LIBND4J) {
        @Override
        String binary() {
            return "nd4j-cuda-11.6 on " + Gpu.first().name();
        }

        @Override
        int parallelRuns() {
            return Nd4j.getAffinityManager().getNumberOfDevices();
        }
    };

    private static final String CUDA_BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";

    private final String label;
    private final Kernels kernels;

    Backend(String label, Kernels kernels) {
        this.label = label;
        this.kernels = kernels;
    }

    /** @throws UnusableBackendException if CUDA is on the class path and this machine cannot use it */
    static Backend current() {
        if (!isPresent(CUDA_BACKEND)) {
            return CPU;
        }
        Gpu.first().requireSupport();
        return CUDA;
    }

    Kernels kernels() {
        return kernels;
    }

    Engine engine() {
        String version = Nd4j.class.getPackage().getImplementationVersion();
        return new Engine("deeplearning4j", version, label, binary(), parallelRuns());
    }

    abstract String binary();

    abstract int parallelRuns();

    private static boolean isPresent(String type) {
        try {
            // Not initialised: its natives must not load before the GPU has been looked at.
            Class.forName(type, false, Backend.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String instructionSet() {
        int set = dnnl.dnnl_get_effective_cpu_isa();
        return switch (set) {
            case dnnl.dnnl_cpu_isa_sse41 -> "SSE4.1";
            case dnnl.dnnl_cpu_isa_avx -> "AVX";
            case dnnl.dnnl_cpu_isa_avx2 -> "AVX2";
            case dnnl.dnnl_cpu_isa_avx512_core -> "AVX-512";
            default -> "instruction set " + Integer.toHexString(set);
        };
    }
}
