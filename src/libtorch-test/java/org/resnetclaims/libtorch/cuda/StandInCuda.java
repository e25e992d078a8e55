package org.resnetclaims.libtorch.cuda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Loader;

/**
 * Compiles libraries that stand in for NVIDIA's: each has the functions that libtorch's natives ask it for, and
 * computes nothing. With them the natives for GPUs load and run where there is no GPU, all but the kernels.
 */
public final class StandInCuda {

    private static final List<String> ASKING = List.of(
            "pytorch/linux-x86_64-gpu/libc10_cuda.so",
            "pytorch/linux-x86_64-gpu/libtorch_cpu.so",
            "pytorch/linux-x86_64-gpu/libtorch_cuda.so",
            "pytorch/linux-x86_64-gpu/libtorch_cuda_linalg.so",
            "pytorch/linux-x86_64-gpu/libjnitorch_cuda.so",
            "cuda/linux-x86_64/libjnicudart.so",
            "cuda/linux-x86_64/libjnicublas.so",
            "cuda/linux-x86_64/libjnicudnn.so",
            "cuda/linux-x86_64/libjnicusparse.so",
            "cuda/linux-x86_64/libjnicusolver.so",
            "cuda/linux-x86_64/libjnicupti.so");

    private static final Pattern UNDEFINED = Pattern.compile("U (\\w+)(?:@(lib\\S+))?");
    private static final Pattern DEFINED = Pattern.compile("(?m)^[\\w *]*?\\b(\\w+)\\(");

    private StandInCuda() {}

    /** Whether there is what it takes: natives for GPUs, a compiler, and a list of what a library asks for. */
    public static boolean canBeBuilt() {
        return GpuNatives.areOnClassPath() && works("cc", "--version") && works("nm", "--version");
    }

    private static boolean works(String... command) {
        try {
            output(List.of(command));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Fills a folder with the libraries, and with an {@code nvidia-smi}. */
    public static void build(Path folder) throws IOException {
        Map<String, Set<String>> functions = new TreeMap<>();
        functions.put(CudaLibraries.DRIVER, new TreeSet<>());
        CudaLibraries.NEEDED.forEach(library -> functions.put(library, new TreeSet<>()));
        for (String asking : ASKING) {
            File file = Loader.cacheResource("/org/bytedeco/" + asking);
            String symbols = output(List.of("nm", "-D", "--undefined-only", file.toString()));
            for (Matcher symbol = UNDEFINED.matcher(symbols); symbol.find(); ) {
                Set<String> ofLibrary = functions.get(library(symbol.group(1), symbol.group(2)));
                if (ofLibrary != null) {
                    ofLibrary.add(symbol.group(1));
                }
            }
        }
        Path source = folder.resolve("stand-in.c");
        try (InputStream resource = StandInCuda.class.getResourceAsStream("stand-in.c")) {
            Files.copy(Objects.requireNonNull(resource), source);
        }
        Set<String> written = DEFINED.matcher(Files.readString(source))
                .results()
                .map((MatchResult definition) -> definition.group(1))
                .collect(Collectors.toSet());
        for (Map.Entry<String, Set<String>> library : functions.entrySet()) {
            library.getValue().removeAll(written);
            compile(folder, library.getKey(), library.getValue());
        }
        script(folder.resolve("nvidia-smi"), """
                #!/bin/sh
                if [ $# = 0 ]; then echo "CUDA Version: 13.0"; else echo "Stand-in, 9.0, 16384, 8192"; fi
                """);
    }

    /** The driver's functions have no version that would name their library. */
    private static String library(String function, String version) {
        if (version != null) {
            return version;
        }
        return function.startsWith("nccl") ? "libnccl.so.2" : function.matches("cu[A-Z].*") ? CudaLibraries.DRIVER : "";
    }

    private static void compile(Path folder, String library, Set<String> functions) throws IOException {
        Path versions = Files.writeString(folder.resolve(library + ".map"), library + " { global: *; };\n");
        Path rest = Files.writeString(
                folder.resolve(library + ".c"),
                functions.stream()
                        .map("int %s() { return 0; }\n"::formatted)
                        .collect(Collectors.joining("", "#include \"stand-in.c\"\n", "")));
        List<String> command = new ArrayList<>(List.of("cc", "-shared", "-fPIC", "-w", "-fno-builtin", "-pthread"));
        command.addAll(List.of("-o", folder.resolve(library).toString(), rest.toString()));
        command.addAll(List.of("-Wl,-soname," + library, "-Wl,--version-script=" + versions));
        output(command);
    }

    private static void script(Path file, String lines) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(file, lines);
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command.get(0) + " failed: " + output);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return output;
    }
}
