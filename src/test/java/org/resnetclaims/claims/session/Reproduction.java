package org.resnetclaims.claims.session;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Recipes;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.laboratory.ForwardingExecutor;
import org.resnetclaims.laboratory.LocalExecutor;
import org.resnetclaims.laboratory.RunExecutor;
import org.resnetclaims.report.Report;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.TrainedRun;

/**
 * All that {@code mvn verify} does about its claims, in a process of its own for tests that stop it: a claim that the
 * real engine trains for, at a size that takes seconds, its records, and its report. It takes the settings of the
 * suite.
 */
public final class Reproduction {

    static final String TRAINS = "trains ";

    /** Images of a test of seconds. */
    public static final Dataset TINY =
            Datasets.load("fashion-mnist", Path.of("datasets", "fashion-mnist")).reduced(300, 100, 4);

    private static final Recipe SHORT = Recipes.sgd(0.1, 32, 30, List.of(20), Augmentation.NONE);

    /** Iterations of a run of scale quick. */
    public static final int WHOLE =
            Scale.QUICK.protocol(plain(20)).orElseThrow().recipe().iterations();

    /** After so many runs no more begin, so that a test can stop the process before it ends. */
    private static final int HELD_AFTER = Integer.getInteger("held.after", Integer.MAX_VALUE);

    private static final AtomicInteger BEGUN = new AtomicInteger();

    private Reproduction() {}

    /** Figure 1 in small. */
    static class DegradationCase {
        @Claim(id = "degradation", source = "Fig. 1", statement = "Deep plain networks train worse than shallow ones")
        void deep_plain_network_trains_worse(Experiment experiment) {
            Arm plain8 = experiment.train(plain(8));
            Arm plain20 = experiment.train(plain(20));

            assertThat(plain20).trainingError().isHigherThan(plain8);
        }
    }

    public static void main(String[] arguments) {
        Settings settings = Settings.from(System.getProperties());
        RunExecutor executor = new ShortRuns(new LocalExecutor(new Dl4jEngine(), TINY, 1));
        Workplace workplace = new Workplace(settings, TINY, executor, executor.engine());
        boolean interrupted = ClaimsKit.run(
                        () -> workplace.open(System.out),
                        List.of(DiscoverySelectors.selectClass(DegradationCase.class)))
                .values()
                .stream()
                .flatMap(test -> test.getThrowable().stream())
                .anyMatch(thrown -> thrown.getMessage().startsWith("Interrupted"));
        // A session that is interrupted draws its report itself.
        if (!interrupted) {
            Report.main(new String[] {settings.results().toString()});
        }
    }

    /** A run as a test can afford it; what is trained is otherwise what a claim of scale quick asks for. */
    public static Run shortened(Run run) {
        return new Run(
                run.network(), run.data(), SHORT.stretched((double) run.recipe().iterations() / WHOLE), run.seed());
    }

    /** What came of a run in place of another, under the identity of the other. */
    public static TrainedRun asAsked(Run run, TrainedRun trained) {
        RunOutcome outcome = trained.outcome();
        RunOutcome asked = new RunOutcome(
                run.identity(),
                outcome.seed(),
                outcome.diverged(),
                outcome.trainingError(),
                outcome.testError(),
                outcome.testMistakes(),
                outcome.curve(),
                outcome.seconds());
        return new TrainedRun(asked, trained.parameters());
    }

    /** Trains shortly, leaves a checkpoint often, and says when it begins. */
    private record ShortRuns(RunExecutor executor) implements ForwardingExecutor {

        @Override
        public TrainedRun train(Run run, Checkpoints checkpoints, IntConsumer progress) {
            awaitTheEndIfHeld();
            System.out.println(TRAINS
                    + "%s %d for %d"
                            .formatted(
                                    run.network().name(),
                                    run.seed(),
                                    run.recipe().iterations()));
            TrainedRun trained = executor.train(shortened(run), new FrequentCheckpoints(checkpoints), progress);
            return asAsked(run, trained);
        }
    }

    private static void awaitTheEndIfHeld() {
        if (BEGUN.incrementAndGet() > HELD_AFTER) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                throw new CancellationException("it was held");
            }
        }
    }

    private static final class FrequentCheckpoints implements Checkpoints {

        private final Checkpoints checkpoints;
        private int asked;

        private FrequentCheckpoints(Checkpoints checkpoints) {
            this.checkpoints = checkpoints;
        }

        @Override
        public Optional<byte[]> latest() {
            return checkpoints.latest();
        }

        @Override
        public boolean due() {
            return ++asked % 10 == 0;
        }

        @Override
        public void save(byte[] state) {
            checkpoints.save(state);
        }
    }
}
