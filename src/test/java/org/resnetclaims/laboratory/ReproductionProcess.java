package org.resnetclaims.laboratory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a {@link Reproduction} and listens to it. */
final class ReproductionProcess {

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    ReproductionProcess(Path archive, Path outcomes, int runs) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // Compiled code of the first tier is enough for a life of a second.
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                Reproduction.class.getName(),
                archive.toString(),
                outcomes.toString(),
                Integer.toString(runs));
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output = process.inputReader();
    }

    /** Returns when a run has begun to train, or the process has ended. */
    void awaitTraining() throws IOException {
        for (String line = read(); line != null && !line.startsWith(Reproduction.TRAINS); line = read()) {}
    }

    /** @return whether the process had not ended by itself */
    boolean kill() throws Exception {
        // Not destroyForcibly of the process itself, which would also close its output unread.
        process.toHandle().destroyForcibly();
        // SIGKILL; any other status is the process's own.
        return end() == 137;
    }

    /** Waits for the end of the process and returns its exit status. */
    int end() throws Exception {
        for (String line = read(); line != null; line = read()) {}
        return process.waitFor();
    }

    /** What the process has said so far. */
    List<String> lines() {
        return lines;
    }

    /** How many runs it has begun to train. */
    long trained() {
        return lines.stream().filter(line -> line.startsWith(Reproduction.TRAINS)).count();
    }

    private String read() throws IOException {
        String line = output.readLine();
        if (line != null) {
            lines.add(line);
        }
        return line;
    }
}
