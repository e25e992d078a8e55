package org.resnetclaims.claims.session;

import java.util.function.Supplier;

/** The session of a JVM, opened when the first claim needs it: other tests shall not pay for it. */
final class SharedSession implements AutoCloseable {

    private final Supplier<Session> opener;
    private Session session;
    private RuntimeException failure;
    private Interruption interruption;

    SharedSession(Supplier<Session> opener) {
        this.opener = opener;
    }

    /** @throws RuntimeException the same for all claims, if no session can be opened */
    synchronized Session get() {
        if (failure != null) {
            throw failure;
        }
        if (session == null) {
            Session opened = open();
            interruption = new Interruption(opened);
            session = opened;
        }
        return session;
    }

    private Session open() {
        try {
            return opener.get();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        if (session == null) {
            return;
        }
        try {
            // It may still train, so an interruption must find its way there.
            session.conclude();
        } finally {
            if (interruption.disarm()) {
                session.close();
            }
        }
    }
}
