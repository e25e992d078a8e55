package org.resnetclaims.libtorch.cuda;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.resnetclaims.gpu.CudaProfile;
import org.resnetclaims.training.UnusableBackendException;

/**
 * Where NVIDIA's libraries are, found by name and without loading any of them, since the linker names only the first
 * one that it misses. Linux only; elsewhere the linker has to say it.
 *
 * @param given the folders that the user names, searched before the jars of the class path
 * @param others where the linker looks, after them
 */
record CudaLibraries(List<Path> given, List<Path> others) {

    /** Comes with the driver; the linker alone looks for it. */
    static final String DRIVER = "libcuda.so.1";

    /** What libtorch's natives and those of its Java classes are linked to, and what these ask for in turn. */
    static final List<String> NEEDED = List.of(
            "libcudart.so.13",
            "libcublas.so.13",
            "libcublasLt.so.13",
            "libcudnn.so.9",
            "libcudnn_graph.so.9",
            "libcudnn_ops.so.9",
            "libcudnn_cnn.so.9",
            "libcudnn_adv.so.9",
            "libcudnn_heuristic.so.9",
            "libcudnn_engines_precompiled.so.9",
            "libcudnn_engines_runtime_compiled.so.9",
            "libcufft.so.12",
            "libcufile.so.0",
            "libcupti.so.13",
            "libcurand.so.10",
            "libcusolver.so.12",
            "libcusolverMg.so.12",
            "libcusparse.so.12",
            "libnccl.so.2",
            "libnvJitLink.so.13");

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/local/cuda-13.1/lib64",
            "/usr/local/cuda-13.1/extras/CUPTI/lib64",
            "/usr/local/cuda/lib64",
            "/usr/local/cuda/extras/CUPTI/lib64",
            "/usr/lib64",
            "/usr/lib/x86_64-linux-gnu",
            "/usr/lib/wsl/lib");

    static CudaLibraries searching(List<Path> given) {
        Stream<Path> linker =
                Stream.ofNullable(System.getenv("LD_LIBRARY_PATH")).flatMap(CudaLibraries::split);
        Stream<Path> usual = USUAL_PLACES.stream().map(Path::of);
        return new CudaLibraries(
                given,
                Stream.of(usual, linker, linkerCache())
                        .flatMap(folders -> folders)
                        .distinct()
                        .toList());
    }

    /** @throws UnusableBackendException with one sentence on all that are missing */
    void require() {
        if (in(others, DRIVER).isEmpty()) {
            throw new UnusableBackendException(
                    "Found no %s, the part of the NVIDIA driver that computes: install it, or set NVIDIA_DRIVER_CAPABILITIES=compute,utility for this container, or %s"
                            .formatted(DRIVER, CudaProfile.LIBTORCH.instead()));
        }
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new UnusableBackendException(
                    "Found no %s, which libtorch needs on a GPU: set -Dcuda.libraries to the folders that have it, as results/gpu.md shows, or %s"
                            .formatted(String.join(", no ", missing), CudaProfile.LIBTORCH.instead()));
        }
    }

    List<String> missing() {
        return NEEDED.stream().filter(library -> find(library).isEmpty()).toList();
    }

    /** Where a library is: a jar, or a folder. */
    Optional<String> find(String library) {
        return in(given, library)
                .or(() -> Optional.ofNullable(
                                CudaLibraries.class.getResource("/org/bytedeco/cuda/linux-x86_64/" + library))
                        .map(Object::toString))
                .or(() -> in(others, library));
    }

    private static Optional<String> in(List<Path> folders, String library) {
        return folders.stream()
                .map(folder -> folder.resolve(library))
                .filter(Files::exists)
                .map(Path::toString)
                .findFirst();
    }

    private static Stream<Path> split(String path) {
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    /** The folders of all libraries that the linker knows by itself. */
    private static Stream<Path> linkerCache() {
        try {
            Process list = new ProcessBuilder("/sbin/ldconfig", "-p")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String lines = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return lines.lines()
                    .filter(line -> line.contains(" => "))
                    .map(line -> Path.of(line.replaceAll(".* => ", "")))
                    .flatMap(library -> Stream.ofNullable(library.getParent()));
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
