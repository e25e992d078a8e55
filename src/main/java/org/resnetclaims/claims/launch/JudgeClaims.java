package org.resnetclaims.claims.launch;

import java.nio.file.Path;
import java.util.List;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.resnetclaims.claims.DeclaredClaim;
import org.resnetclaims.claims.preflight.Preflight;
import org.resnetclaims.claims.session.Project;
import org.resnetclaims.claims.session.SessionCheck;
import org.resnetclaims.claims.session.Settings;
import org.resnetclaims.evidence.EvidenceStore;

/** Judges chosen claims, by the rules of the build, in a results folder of their own. */
public final class JudgeClaims {

    private JudgeClaims() {}

    /** @param arguments an id, a folder or a pattern, see {@link ClaimIndex#matching} */
    public static void main(String[] arguments) {
        Preflight.orExit(() -> {
            if (!judge(arguments[0])) {
                System.exit(1);
            }
        });
    }

    private static boolean judge(String wanted) {
        List<DeclaredClaim> claims =
                ClaimIndex.of(Project.FOLDER.resolve("reproductions")).matching(wanted);
        Settings settings = Settings.from(System.getProperties());
        Preflight.pass(settings);
        // Else every claim would be refused one by one, and the records there are those of the other session.
        new EvidenceStore(settings.results()).requireFree();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher().execute(request(claims), summary);
        }
        return conclude(settings.results(), summary.getSummary().getTotalFailureCount());
    }

    private static LauncherDiscoveryRequest request(List<DeclaredClaim> claims) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(claims.stream()
                        .map(claim -> DiscoverySelectors.selectMethod(claim.testClass(), claim.method()))
                        .toList())
                // All start at once and wait for their runs; the laboratory decides how many of those train.
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "64")
                .build();
    }

    /** Prints what became of the claims, and returns whether the build may pass. */
    private static boolean conclude(Path results, long failures) {
        EvidenceStore evidence = new EvidenceStore(results);
        evidence.readClaims()
                .forEach(claim -> System.out.printf("%s %s: %s%n", claim.verdict(), claim.id(), claim.reason()));
        List<String> faults = SessionCheck.of(evidence).faults(Project.FOLDER.resolve("results/reference"), false);
        faults.forEach(System.err::println);
        return failures == 0 && faults.isEmpty();
    }
}
