package org.resnetclaims.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;
import org.nd4j.linalg.factory.Nd4j;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.gpu.CudaProfile;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.UnusableBackendException;

/**
 * What ND4J computes on in this JVM: CUDA where its artifact is on the class path (profile {@code cuda}), or the CPU.
 */
enum Backend {
    CPU("cpu", Kernels.ONEDNN) {
        @Override
        String binary() {
            dnnl_version_t version = dnnl.dnnl_version();
            return "nd4j-native, oneDNN %d.%d.%d on %s, OpenBLAS %s"
                    .formatted(
                            version.major(),
                            version.minor(),
                            version.patch(),
                            instructionSet(),
                            version("org.bytedeco/openblas"));
        }

        @Override
        int parallelRuns() {
            return Runtime.getRuntime().availableProcessors();
        }
    },

    CUDA("cuda", Kernels.LIBND4J) {
        @Override
        String binary() {
            return "nd4j-cuda-11.6 on " + CudaProfile.ND4J.gpus().get(0).name();
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
        // ND4J ends in a native error on a GPU for which its library holds no code.
        CudaProfile.ND4J.gpus();
        return CUDA;
    }

    Kernels kernels() {
        return kernels;
    }

    EngineDescription engine() {
        return new EngineDescription(
                Dl4jEngine.NAME, version("org.deeplearning4j/deeplearning4j-nn"), label, binary(), parallelRuns());
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

    /** Of an artifact on the class path, as Maven wrote it into the jar. */
    private static String version(String artifact) {
        String place = "/META-INF/maven/%s/pom.properties".formatted(artifact);
        try (InputStream stream = Backend.class.getResourceAsStream(place)) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the version of " + artifact, e);
        }
    }

    /** The best of the instruction sets that oneDNN found on this CPU; each includes the ones before it. */
    private static String instructionSet() {
        int found = dnnl.dnnl_get_effective_cpu_isa();
        if (includes(found, dnnl.dnnl_cpu_isa_avx512_core)) {
            return "AVX-512";
        }
        if (includes(found, dnnl.dnnl_cpu_isa_avx2)) {
            return "AVX2";
        }
        return includes(found, dnnl.dnnl_cpu_isa_sse41) ? "SSE4.1" : System.getProperty("os.arch");
    }

    private static boolean includes(int found, int set) {
        return (found & set) == set;
    }
}
