package org.resnetclaims.claims.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.resnetclaims.claims.ClaimSession;

/** The session of a JVM. It is opened when the first claim needs it, so that other tests do without. */
final class SharedSession implements ClaimSession.Holder, AutoCloseable {

    /** What came of opening the session. */
    private sealed interface Attempt {

        Session session();
    }

    private record Opened(Session session, Interruption interruption) implements Attempt {}

    private record Failed(RuntimeException failure) implements Attempt {

        @Override
        public Session session() {
            throw failure;
        }
    }

    private final Supplier<Session> opener;
    private final Consumer<Path> afterwards;
    private Optional<Attempt> attempt = Optional.empty();

    /** @param afterwards takes the results folder, once the session is closed; not where the JVM is told to end */
    SharedSession(Supplier<Session> opener, Consumer<Path> afterwards) {
        this.opener = opener;
        this.afterwards = afterwards;
    }

    /** @throws RuntimeException the same for all claims, if no session can be opened */
    @Override
    public synchronized Session get() {
        if (attempt.isEmpty()) {
            attempt = Optional.of(attempt());
        }
        return attempt.orElseThrow().session();
    }

    private Attempt attempt() {
        try {
            Session session = opener.get();
            return new Opened(session, Interruption.watch(session));
        } catch (RuntimeException e) {
            return new Failed(e);
        }
    }

    @Override
    public synchronized void close() {
        if (attempt.orElse(null) instanceof Opened opened) {
            close(opened.session(), opened.interruption());
        }
    }

    private void close(Session session, Interruption interruption) {
        try {
            // This may train what the controls of the session need, and the hook has to stop that if it is told to.
            session.conclude();
        } finally {
            if (interruption.disarm()) {
                session.close();
                afterwards.accept(session.results());
            }
        }
    }
}
