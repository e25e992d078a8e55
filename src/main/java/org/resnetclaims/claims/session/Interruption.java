package org.resnetclaims.claims.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends a session in good order when the JVM is told to end, by Ctrl-C or by the system: the runs in training leave
 * their checkpoints, claims that were not decided are recorded as such, and a report shows what is done.
 */
final class Interruption {

    /** Named as in the build, since no class of this room may depend on the report. */
    private static final String REPORT = "org.resnetclaims.report.Report";

    private static final Duration RECORDS = Duration.ofSeconds(5);
    private static final Duration RENDERING = Duration.ofSeconds(20);

    private final Session session;
    private final Thread hook = new Thread(this::interrupted, "interruption");

    private Interruption(Session session) {
        this.session = session;
    }

    /** Has a session end in good order when the JVM is told to end, until it is disarmed. */
    static Interruption watch(Session session) {
        Interruption interruption = new Interruption(session);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupted() {
        // Comes first, since claims that wait for runs are then told that there will be none, and record that.
        session.laboratory().close();
        try {
            session.awaitRecords(RECORDS);
            session.close();
            render(session.results());
        } catch (IOException e) {
            System.err.printf("The report of what is done cannot be drawn: %s.%n", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.err.printf(
                "Interrupted: what is done is in %s; run the same command again, without -Dfresh=true, to go on from there.%n",
                session.results());
    }

    // In a process of its own, since drawing needs libraries that cannot be loaded in one that shuts down.
    private static void render(Path results) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                REPORT,
                results.toString());
        Process report = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!report.waitFor(RENDERING.toSeconds(), TimeUnit.SECONDS)) {
            report.destroyForcibly();
            throw new IOException("it takes too long");
        }
        if (report.exitValue() != 0) {
            throw new IOException("make report tells why");
        }
    }

    /** Stops watching. Returns false if the JVM is ending already, in which case the session is closed here. */
    boolean disarm() {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down: the hook has run or is running.
            return false;
        }
    }
}
