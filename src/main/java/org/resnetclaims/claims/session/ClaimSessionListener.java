package org.resnetclaims.claims.session;

import java.util.function.Supplier;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.resnetclaims.claims.ClaimSession;

/** Gives all claims of a JVM one session to share. The JUnit Platform finds it by {@link java.util.ServiceLoader}. */
public final class ClaimSessionListener implements LauncherSessionListener {

    private final Supplier<Session> opener;

    /** For the service loader. */
    public ClaimSessionListener() {
        this(() -> Workplace.of(Settings.from(System.getProperties())).open(System.out));
    }

    ClaimSessionListener(Supplier<Session> opener) {
        this.opener = opener;
    }

    @Override
    public void launcherSessionOpened(LauncherSession launcherSession) {
        SharedSession shared = new SharedSession(opener);
        // The store closes it at the end of the launcher session.
        launcherSession.getStore().put(Namespace.create(ClaimSession.NAMESPACE), ClaimSession.Holder.class, shared);
        launcherSession.getLauncher().registerTestExecutionListeners(new UnrecordedClaims(shared));
    }
}
