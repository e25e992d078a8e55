package org.resnetclaims.claims.session;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.files.Cause;

/**
 * Has the report of a session drawn anew while the session is under way, by one process for all drawings, which has
 * loaded and compiled by the second what takes longest. Whatever fails here ends this, and never the session.
 */
final class HalfwayReport implements AutoCloseable {

    private static final String DRAWER = "org.resnetclaims.report.HalfwayReports";
    /** A session that finds everything in the archive has ended by then. */
    static final Duration FIRST_AFTER = Duration.ofSeconds(10);
    /** A drawing takes a core a second or so. */
    private static final Duration EVERY = Duration.ofSeconds(30);

    private static final Duration LAST_DRAWING = Duration.ofSeconds(10);

    private final Path results;
    private final Path references;
    private final Path history;
    private final Consumer<Duration> record;
    private final PrintStream out;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "halfway-report");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<Process> drawer = Optional.empty();

    private HalfwayReport(Path results, Path references, Path history, Consumer<Duration> record, PrintStream out) {
        this.results = results;
        this.references = references;
        this.history = history;
        this.record = record;
        this.out = out;
    }

    /**
     * @param references holds a folder of each committed reference
     * @param record leaves in the results how far the session has come, given when it will be asked to next
     * @param firstAfter how long to wait for the first drawing
     * @param out where it is said once where the report is, or why there is none
     */
    @SuppressWarnings("FutureReturnValueIgnored") // It ends with the clock.
    static HalfwayReport follow(
            Path results,
            Path references,
            Path history,
            Consumer<Duration> record,
            Duration firstAfter,
            PrintStream out) {
        HalfwayReport report = new HalfwayReport(results, references, history, record, out);
        report.clock.scheduleWithFixedDelay(
                report::draw, firstAfter.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return report;
    }

    private void draw() {
        try {
            record.accept(EVERY);
            if (drawer.isEmpty()) {
                drawer = Optional.of(start());
                out.printf("The report is renewed every %d s: %s%n", EVERY.toSeconds(), results.resolve("report.html"));
            }
            // Whoever reads this draws, and skips what has piled up meanwhile.
            Writer lines = drawer.orElseThrow().outputWriter();
            lines.write("draw\n");
            lines.flush();
        } catch (IOException e) {
            giveUp(Cause.of(e));
        } catch (EvidenceException e) {
            giveUp(String.valueOf(e.getMessage()));
        }
    }

    private void giveUp(String why) {
        out.printf("The report cannot be drawn before the session ends (%s).%n", why);
        clock.shutdown();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        DRAWER,
                        results.toString(),
                        references.toString(),
                        history.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Nothing is drawn any more once this returns. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            clock.awaitTermination(LAST_DRAWING.toSeconds(), TimeUnit.SECONDS);
            if (drawer.isPresent()) {
                Process process = drawer.get();
                process.outputWriter().close();
                if (!process.waitFor(LAST_DRAWING.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
        } catch (IOException e) {
            // It has ended by itself.
            drawer.ifPresent(Process::destroyForcibly);
        } catch (InterruptedException e) {
            drawer.ifPresent(Process::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
