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

    private static final Namespace NAMESPACE = Namespace.create(ClaimSession.NAMESPACE);

    @Override
    public void beforeEach(ExtensionContext context) {
        DeclaredClaim claim = DeclaredClaim.on(context.getRequiredTestMethod(), context.getRequiredTestClass())
                .orElseThrow();
        ClaimSession session = session(context);
        session.begin(claim).ifPresent(objection -> {
            throw new ExtensionConfigurationException(objection);
        });
        Experiment experiment = new Experiment(claim, session.conditions());
        context.getStore(NAMESPACE).put(Experiment.class, experiment);
        context.getStore(NAMESPACE).put(Ending.class, new Ending(experiment));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Experiment.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stored(Experiment.class, context)
                .orElseThrow(() -> new ExtensionConfigurationException(
                        "An Experiment is given to methods annotated with @Claim only: take it as a parameter there"));
    }

    /** Lets a claim that is declared to come out REFUTED pass when it does. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        if (!stored(Ending.class, context).orElseThrow().expects(thrown)) {
            throw thrown;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stored(Ending.class, context)
                .ifPresent(ending -> ending.end(context.getExecutionException(), session(context)::record));
    }

    /** Empty for a test that is no claim, or a claim that must not start. */
    private static <T> Optional<T> stored(Class<T> type, ExtensionContext context) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(type, type));
    }

    private static ClaimSession session(ExtensionContext context) {
        ClaimSession.Holder holder = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .get(ClaimSession.Holder.class, ClaimSession.Holder.class);
        if (holder == null) {
            throw new ExtensionConfigurationException(
                    "No session was opened for the claims: run them with a launcher that loads its LauncherSessionListeners as services");
        }
        return holder.get();
    }
}
