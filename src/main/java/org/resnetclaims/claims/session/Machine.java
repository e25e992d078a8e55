package org.resnetclaims.claims.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resnetclaims.evidence.SessionRecord.Environment;

/** The machine, the operating system and the libraries that this JVM runs on. */
public final class Machine {

    private static final int MEBI = 1 << 20;
    private static final Path LINUX_CPU = Path.of("/proc/cpuinfo");

    private Machine() {}

    static Environment environment() {
        return new Environment(
                output("git", "rev-parse", "HEAD").orElse(null),
                output("git", "status", "--porcelain").isPresent(),
                "%s (%s)".formatted(System.getProperty("java.runtime.version"), System.getProperty("java.vendor")),
                "%s %s (%s)"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")),
                cpu(),
                cores(),
                memoryMiB(),
                libraries(),
                threadsPerRun());
    }

    static int threadsPerRun() {
        return Optional.ofNullable(System.getenv("OMP_NUM_THREADS"))
                // It may be a list, with a number for each level of nested parallel regions; the first one counts.
                .map(threads -> Integer.valueOf(threads.split(",")[0].strip()))
                // So an engine has it that nobody has told otherwise, such as one that an IDE has started.
                .orElse(1);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The memory of this machine. */
    public static long memoryMiB() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getTotalMemorySize() / MEBI;
    }

    /** What is free on the disk that a folder is on, or will be; {@link Long#MAX_VALUE} where that cannot be told. */
    public static long freeMiB(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            FileStore disk = existing == null ? null : Files.getFileStore(existing);
            return disk == null || disk.getTotalSpace() == 0 ? Long.MAX_VALUE : disk.getUsableSpace() / MEBI;
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private static String cpu() {
        return linuxCpu()
                .or(() -> output("sysctl", "-n", "machdep.cpu.brand_string"))
                .or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")))
                .orElseGet(() -> System.getProperty("os.arch"));
    }

    private static Optional<String> linuxCpu() {
        if (!Files.isReadable(LINUX_CPU)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(LINUX_CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The libraries by their names with their versions, which Maven has filled in. */
    private static Map<String, String> libraries() {
        Properties versions = new Properties();
        try (InputStream in = Machine.class.getResourceAsStream("libraries.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, versions::getProperty, (a, b) -> a, TreeMap::new));
    }

    /** What a command prints; empty if it prints nothing, fails, or is not installed. */
    private static Optional<String> output(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Project.FOLDER.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && !output.isEmpty() ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
