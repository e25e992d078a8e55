package org.resnetclaims.claims.session;

import java.time.Duration;

/**
 * Ends a session in good order when the JVM is told to end, by Ctrl-C or by the system: the runs in training leave
 * their checkpoints, claims that were not decided are recorded as such, and a report shows what is done.
 */
final class Interruption {

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
            ReportProcess.draw(session.results(), RENDERING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.err.printf(
                "Interrupted: what is done is in %s; run the same command again, without -Dfresh=true, to go on from there.%n",
                session.results());
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
