package org.resnetclaims.claims.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.resnetclaims.claims.ClaimSession;

/** Gives all claims of a JVM one session to share. The JUnit Platform finds it by {@link java.util.ServiceLoader}. */
public final class ClaimSessionListener implements LauncherSessionListener {

    /** Says that a report is drawn after the session by who has started it, as the build does. */
    private static final String REPORT_FOLLOWS = "report.follows";

    private static final Duration DRAWING = Duration.ofMinutes(2);

    private final Supplier<Session> opener;
    private final Consumer<Path> afterwards;

    /** For the service loader. */
    public ClaimSessionListener() {
        this(
                ClaimSessionListener::open,
                Boolean.getBoolean(REPORT_FOLLOWS) ? results -> {} : ClaimSessionListener::report);
    }

    /** @param afterwards takes the results folder, once the session is closed */
    ClaimSessionListener(Supplier<Session> opener, Consumer<Path> afterwards) {
        this.opener = opener;
        this.afterwards = afterwards;
    }

    private static Session open() {
        GivenOptions.check();
        Session session = Workplace.of(Settings.from(System.getProperties())).open(System.out);
        session.showHalfway(HalfwayReport.FIRST_AFTER);
        return session;
    }

    private static void report(Path results) {
        if (ReportProcess.draw(results, DRAWING)) {
            System.out.println("Report: " + results.resolve("report.html"));
        }
    }

    @Override
    public void launcherSessionOpened(LauncherSession launcherSession) {
        SharedSession shared = new SharedSession(opener, afterwards);
        // The store closes it at the end of the launcher session.
        launcherSession.getStore().put(Namespace.create(ClaimSession.NAMESPACE), ClaimSession.Holder.class, shared);
        launcherSession.getLauncher().registerTestExecutionListeners(new UnrecordedClaims(shared));
    }
}
