package org.resnetclaims.claims;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Records the claims that JUnit never starts, or they would vanish from the report: those disabled, and those of a class
 * that is disabled, fails or is aborted as a whole. Every other claim is recorded by {@link ClaimExtension}.
 */
final class UnstartedClaims implements TestExecutionListener {

    private final SharedSession session;
    private volatile TestPlan plan;

    UnstartedClaims(SharedSession session) {
        this.session = session;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        record(identifier, "Disabled: " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (result.getStatus() != Status.SUCCESSFUL) {
            String how = result.getStatus() == Status.ABORTED ? "Aborted" : "Crashed";
            record(identifier, "%s before it started: %s".formatted(
                    how, result.getThrowable().map(Throwable::toString).orElse("no reason given")));
        }
    }

    private void record(TestIdentifier identifier, String reason) {
        Stream.concat(Stream.of(identifier), plan.getDescendants(identifier).stream())
                .flatMap(test -> claim(test).stream())
                .forEach(claim -> session.get().recordUnstarted(claim, Conclusion.notTested(reason)));
    }

    private static Optional<DeclaredClaim> claim(TestIdentifier identifier) {
        return identifier
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod())
                .flatMap(DeclaredClaim::on);
    }
}
