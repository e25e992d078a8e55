package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts a {@link Reproduction}, listens to it, and stops it. */
final class ReproductionProcess {

    private static final int KILLED = 128 + 9;

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private ReproductionProcess(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // The words of the system are to be those that tests expect.
        builder.environment().put("LC_ALL", "C");
        process = builder.start();
        output = process.inputReader();
        CompletableFuture.delayedExecutor(5, TimeUnit.MINUTES).execute(process::destroyForcibly);
    }

    static ReproductionProcess start(Path results, Path archive) throws IOException {
        return new ReproductionProcess(command(results, archive));
    }

    /** One that trains so many runs and then waits for its end. */
    static ReproductionProcess startAndHold(int runs, Path results, Path archive) throws IOException {
        return new ReproductionProcess(command(results, archive, "-Dheld.after=" + runs));
    }

    /** One that cannot make any file longer than so many blocks of 512 or 1,024 bytes, as on a disk that fills up. */
    static ReproductionProcess startOnFullDisk(int blocks, Path results, Path archive) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
        command.addAll(command(results, archive));
        return new ReproductionProcess(command);
    }

    private static List<String> command(Path results, Path archive, String... settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // Compiled code of the first tier is enough for a life of seconds.
                "-XX:TieredStopAtLevel=1",
                // A file in /tmp that is too long for a full disk.
                "-XX:-UsePerfData",
                "-Dresults.dir=" + results,
                "-Darchive.dir=" + archive,
                "-Dhistory=" + results.resolve("history.jsonl"),
                "-DparallelRuns=2"));
        command.addAll(List.of(settings));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Reproduction.class.getName()));
        return command;
    }

    /** Returns when the process says something that starts so, or has ended. */
    void await(String start) throws IOException {
        for (String line = read(); line != null && !line.startsWith(start); line = read()) {}
    }

    /** Ends it on the spot, whatever it is doing. Returns whether it had not ended by itself. */
    boolean kill() throws Exception {
        // Not destroyForcibly of the process itself, which would also close its output unread.
        process.toHandle().destroyForcibly();
        int status = end();
        assertThat(status).as(this::said).isIn(0, KILLED);
        return status == KILLED;
    }

    /**
     * What the terminal sends on Ctrl-C; or, where that is ignored, as a shell has it for what it starts in the
     * background, what the system sends when it shuts down. Returns the status with which the process ends then.
     */
    int interrupt() throws Exception {
        int signal = ignoresInterrupts() ? 15 : 2;
        List<String> command = List.of("kill", "-" + signal, Long.toString(process.pid()));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return 128 + signal;
    }

    private boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/%d/status".formatted(process.pid()));
        if (!Files.exists(status)) {
            return false;
        }
        String ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElseThrow();
        return (Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16) & 0b10) != 0;
    }

    /** Waits for the end of the process and returns its exit status. */
    int end() throws Exception {
        for (String line = read(); line != null; line = read()) {}
        return process.waitFor();
    }

    void endWell() throws Exception {
        assertThat(end()).as(this::said).isZero();
    }

    /** What the process has said so far. */
    List<String> lines() {
        return lines;
    }

    /** The runs that it has begun to train. */
    Stream<String> trained() {
        return lines.stream().filter(line -> line.startsWith(Reproduction.TRAINS));
    }

    private String said() {
        return String.join("\n", lines);
    }

    private String read() throws IOException {
        String line = output.readLine();
        if (line != null) {
            lines.add(line);
        }
        return line;
    }
}
