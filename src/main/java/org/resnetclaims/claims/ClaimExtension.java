package org.resnetclaims.claims;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives a claim its experiment, and records what became of it as soon as it ends. A record that cannot be written fails
 * the test.
 */
final class ClaimExtension
        implements BeforeEachCallback, ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(ClaimSessionListener.NAMESPACE);

    @Override
    public void beforeEach(ExtensionContext context) {
        DeclaredClaim claim = DeclaredClaim.on(context.getRequiredTestMethod(), context.getRequiredTestClass())
                .orElseThrow();
        Session session = session(context);
        session.begin(claim).ifPresent(objection -> {
            throw new ExtensionConfigurationException(objection);
        });
        context.getStore(NAMESPACE).put(Experiment.class, new Experiment(claim, session));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Experiment.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return experiment(context)
                .orElseThrow(() -> new ExtensionConfigurationException(
                        "An Experiment is given to methods annotated with @Claim only: take it as a parameter there"));
    }

    /** A refutation that the claim is declared to meet does not fail its test. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        if (!experiment(context).orElseThrow().isExpected(thrown)) {
            throw thrown;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        experiment(context)
                .ifPresent(experiment ->
                        experiment.end(context.getExecutionException().orElse(null)));
    }

    private static Optional<Experiment> experiment(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(Experiment.class, Experiment.class));
    }

    private static Session session(ExtensionContext context) {
        SharedSession shared =
                context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE).get(SharedSession.class, SharedSession.class);
        if (shared == null) {
            throw new ExtensionConfigurationException(
                    "%s was not found by the service loader: run the claims with listeners enabled"
                            .formatted(ClaimSessionListener.class.getName()));
        }
        return shared.get();
    }
}
