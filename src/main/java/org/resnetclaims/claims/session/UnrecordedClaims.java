package org.resnetclaims.claims.session;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.resnetclaims.claims.DeclaredClaim;
import org.resnetclaims.claims.judging.Conclusion;

/**
 * Sees to it that every claim has a record. At the beginning all claims are recorded as not decided. Those that JUnit
 * never starts, since they or their class are disabled, or their class fails or is aborted, are recorded with the
 * reason; and so are those that ended without a record of their own.
 */
final class UnrecordedClaims implements TestExecutionListener {

    private final SharedSession session;
    private final Set<String> lost = ConcurrentHashMap.newKeySet();

    @SuppressWarnings("NullAway.Init") // JUnit hands it over before any test.
    private volatile TestPlan plan;

    UnrecordedClaims(SharedSession session) {
        this.session = session;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
        testPlan.getRoots().forEach(root -> forEachClaim(root, Session::announce));
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        record(identifier, "Disabled: " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (result.getStatus() != Status.SUCCESSFUL) {
            String how = result.getStatus() == Status.ABORTED ? "Aborted" : "Crashed";
            record(
                    identifier,
                    "%s before it could be recorded: %s"
                            .formatted(
                                    how,
                                    result.getThrowable()
                                            .map(Throwable::toString)
                                            .orElse("no reason given")));
        }
    }

    private void record(TestIdentifier identifier, String reason) {
        forEachClaim(identifier, (open, claim) -> open.recordUnstarted(claim, Conclusion.notTested(reason)));
    }

    private void forEachClaim(TestIdentifier identifier, BiConsumer<Session, DeclaredClaim> action) {
        Stream.concat(Stream.of(identifier), plan.getDescendants(identifier).stream())
                .flatMap(test -> claim(test).stream())
                .forEach(claim -> record(claim, action));
    }

    private void record(DeclaredClaim claim, BiConsumer<Session, DeclaredClaim> action) {
        try {
            action.accept(session.get(), claim);
        } catch (RuntimeException e) {
            // Not thrown on, since JUnit would print it with its stack trace.
            if (lost.add(claim.id())) {
                System.err.printf("Claim %s has no record: %s%n", claim.id(), e.getMessage());
            }
        }
    }

    private static Optional<DeclaredClaim> claim(TestIdentifier identifier) {
        return identifier
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .flatMap(source -> DeclaredClaim.on(source.getJavaMethod(), source.getJavaClass()));
    }
}
