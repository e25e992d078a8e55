package org.resnetclaims.claims;

import java.util.function.Supplier;

/** The session of a JVM, opened when the first claim needs it: other tests shall not pay for it. */
final class SharedSession implements AutoCloseable {

    private final Supplier<Session> opener;
    private Session session;
    private Interruption interruption;

    SharedSession(Supplier<Session> opener) {
        this.opener = opener;
    }

    synchronized Session get() {
        if (session == null) {
            session = opener.get();
            interruption = new Interruption(session);
        }
        return session;
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
            interruption.close();
        }
    }
}
