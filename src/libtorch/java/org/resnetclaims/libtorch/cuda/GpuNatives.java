package org.resnetclaims.libtorch.cuda;

import com.sun.jna.Platform;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;
import org.resnetclaims.gpu.CudaProfile;
import org.resnetclaims.gpu.Gpu;
import org.resnetclaims.training.EngineSettings;
import org.resnetclaims.training.Precision;
import org.resnetclaims.training.UnusableBackendException;

/** libtorch's natives for GPUs: whether they are there, whether this machine can use them, and how they are loaded. */
public final class GpuNatives {

    private static final String JAVACPP_SEARCHES_FIRST = "org.bytedeco.javacpp.platform.preloadpath";

    /** For the libraries themselves, and one run of a small network. */
    private static final long LEAST_MIB = 1500;

    private GpuNatives() {}

    /** Whether they are on the class path, which has these or those for the CPU alone. */
    public static boolean areOnClassPath() {
        String platform = Platform.isWindows() ? "windows-x86_64" : "linux-x86_64";
        String library = Platform.isWindows() ? "torch_cuda.dll" : "libtorch_cuda.so";
        return GpuNatives.class.getResource("/org/bytedeco/pytorch/%s-gpu/%s".formatted(platform, library)) != null;
    }

    /**
     * Checks the machine, loads the natives and sets how they compute. Works only before the first class of JavaCPP
     * loads.
     *
     * @throws UnusableBackendException in one sentence, if the driver, a GPU, its memory or a library is not there
     */
    public static Gpus load(EngineSettings settings) {
        if (!settings.cudaLibraries().isEmpty()) {
            System.setProperty(
                    JAVACPP_SEARCHES_FIRST,
                    settings.cudaLibraries().stream()
                            .map(Path::toString)
                            .collect(Collectors.joining(File.pathSeparator)));
        }
        requireMemory(CudaProfile.LIBTORCH.gpus());
        if (Platform.isLinux()) {
            CudaLibraries.searching(settings.cudaLibraries()).require();
        }
        // Twice, since the first time some of the libraries load before those that they need are unpacked; and before
        // anything is asked of them, since libtorch remembers for good that there was no CUDA.
        Loader.load(torch.class);
        Loader.load(torch.class);
        if (!torch.cuda_is_available()) {
            throw new UnusableBackendException(
                    "libtorch finds no GPU that it can use, though nvidia-smi does: see whether its libraries fit the driver, as results/gpu.md shows, or "
                            + CudaProfile.LIBTORCH.instead());
        }
        setUp(settings.precision());
        return Gpus.find();
    }

    static void requireMemory(List<Gpu> gpus) {
        if (gpus.stream().allMatch(gpu -> gpu.freeMiB() < LEAST_MIB)) {
            Gpu first = gpus.get(0);
            throw new UnusableBackendException(
                    "%s has %d MiB of its memory free, but libtorch and one run take %d MiB or more: end what else uses it (nvidia-smi lists that), or %s"
                            .formatted(first.name(), first.freeMiB(), LEAST_MIB, CudaProfile.LIBTORCH.instead()));
        }
    }

    private static void setUp(Precision precision) {
        Context context = torch.globalContext();
        boolean tf32 = precision == Precision.TF32;
        context.setAllowTF32CuDNN(tf32);
        context.setAllowTF32CuBLAS(tf32);
        // Else cuDNN would choose by the clock, and a run would come to other bits each time.
        context.setBenchmarkCuDNN(false);
        context.setDeterministicCuDNN(true);
    }

    /** CUDA writes 13.1 as 13010, cuDNN 9.19 as 91900. */
    private static String version(long number, int major, int minor) {
        return "%d.%d".formatted(number / major, number % major / minor);
    }

    /** The libraries that decide bits, with the versions that were found. */
    public static String versions() {
        return "CUDA %s, cuDNN %s"
                .formatted(
                        version(Context.versionCUDART(), 1000, 10),
                        version(Context.versionRuntimeCuDNN(), 10_000, 100));
    }
}
