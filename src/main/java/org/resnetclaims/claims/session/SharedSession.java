package org.resnetclaims.claims.session;

import java.util.function.Supplier;
import org.resnetclaims.claims.ClaimSession;

/** The session of a JVM. It is opened when the first claim needs it, so that other tests do without. */
final class SharedSession implements ClaimSession.Holder, AutoCloseable {

    private final Supplier<Session> opener;
    private Session session;
    private RuntimeException failure;
    private Interruption interruption;

    SharedSession(Supplier<Session> opener) {
        this.opener = opener;
    }

    /** @throws RuntimeException the same for all claims, if no session can be opened */
    @Override
    public synchronized Session get() {
        if (failure != null) {
            throw failure;
        }
        if (session == null) {
            Session opened = open();
            interruption = Interruption.watch(opened);
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
            // This may train the controls of the session, which an interruption has to stop, so the hook stays until
            // then.
            session.conclude();
        } finally {
            if (interruption.disarm()) {
                session.close();
            }
        }
    }
}
