package org.resnetclaims.claims.session;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.claims.judging.Seeds;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.laboratory.Laboratory;
import org.resnetclaims.laboratory.RunExecutor;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Precision;

/** Runs claims as the build would, mostly on simulated errors, and tells what became of them. */
public final class ClaimsKit {

    private final EvidenceStore evidence;
    private final RunExecutor executor;
    private Scale scale = Scale.QUICK;
    private Dataset data = named("simulated");
    private Seeds seeds = new Seeds(0);
    private boolean strict;
    private boolean costly;
    private Session opened;

    public ClaimsKit(Path results, RunExecutor executor) {
        this.evidence = new EvidenceStore(results);
        this.executor = executor;
    }

    public ClaimsKit strict() {
        strict = true;
        return this;
    }

    public ClaimsKit costly() {
        costly = true;
        return this;
    }

    public ClaimsKit at(Scale newScale) {
        scale = newScale;
        return this;
    }

    public ClaimsKit on(Seeds newSeeds) {
        seeds = newSeeds;
        return this;
    }

    /** Where what is trained on has a name, but no images. */
    public ClaimsKit on(String dataset) {
        return on(named(dataset));
    }

    public ClaimsKit on(Dataset dataset) {
        data = dataset;
        return this;
    }

    public EvidenceStore evidence() {
        return evidence;
    }

    public Finished run(Class<?> claims) {
        return run(List.of(DiscoverySelectors.selectClass(claims)));
    }

    public Finished run(List<? extends DiscoverySelector> selectors) {
        return new Finished(run(this::session, selectors), evidence.readClaims());
    }

    /** Runs claims in a session as it is opened here, and returns how their tests ended. */
    static Map<String, TestExecutionResult> run(Supplier<Session> opener, List<? extends DiscoverySelector> selectors) {
        return launch(selectors, new ClaimSessionListener(opener, results -> {}));
    }

    /** Runs claims with a launcher that has not found the listener of the suite. */
    public static Map<String, TestExecutionResult> runWithoutSession(Class<?> claims) {
        return launch(List.of(DiscoverySelectors.selectClass(claims)));
    }

    private static Map<String, TestExecutionResult> launch(
            List<? extends DiscoverySelector> selectors, LauncherSessionListener... listeners) {
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addLauncherSessionListeners(listeners)
                .build();
        Results results = new Results();
        try (LauncherSession launcher = LauncherFactory.openSession(config)) {
            launcher.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectors)
                                    .build(),
                            results);
        }
        return results.tests;
    }

    private Session session() {
        Settings settings = new Settings(
                scale,
                data.description().name(),
                Optional.empty(),
                "deeplearning4j",
                Precision.FULL,
                List.of(),
                evidence.folder(),
                evidence.folder().resolve("archive"),
                0,
                true,
                OptionalInt.of(2),
                seeds,
                evidence.folder().resolve("history.jsonl"),
                strict,
                costly,
                Duration.ofMinutes(10));
        opened = new Workplace(settings, data, executor, executor.engine())
                .open(new PrintStream(OutputStream.nullOutputStream()));
        return opened;
    }

    private static Dataset named(String name) {
        return new Dataset(new DatasetDescription(name, new Shape(1, 14, 14), 10, 10_000, 10_000, "none"), null, null);
    }

    /** Whether the claims have opened a session, which has ended by now. */
    public boolean hasOpenedASession() {
        return opened != null;
    }

    /** Where the session had its runs trained. */
    public Laboratory laboratory() {
        return opened.laboratory();
    }

    /** What JUnit and the records say. */
    public record Finished(Map<String, TestExecutionResult> tests, List<ClaimRecord> records) {

        /** Of the only test. */
        public Status status() {
            return result().getStatus();
        }

        /** Of what the only test threw. */
        public String message() {
            return thrown().getMessage();
        }

        public Throwable thrown() {
            return result().getThrowable().orElseThrow();
        }

        /** The only one. */
        public ClaimRecord record() {
            if (records.size() != 1) {
                throw new AssertionError("There is not one record, but " + records);
            }
            return records.get(0);
        }

        private TestExecutionResult result() {
            if (tests.size() != 1) {
                throw new AssertionError("There is not one test, but " + tests);
            }
            return tests.values().iterator().next();
        }
    }

    private static final class Results implements TestExecutionListener {

        private final Map<String, TestExecutionResult> tests = new ConcurrentHashMap<>();

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (identifier.isTest()) {
                tests.put(identifier.getUniqueId(), result);
            }
        }
    }
}
