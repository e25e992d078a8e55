package org.resnetclaims.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Split;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.examinations.LayerResponses;
import org.resnetclaims.examinations.TopOneError;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Specimen;
import org.resnetclaims.training.TrainedRun;

/** The laboratory with real training, here and as if it were on a cluster: nothing else changes. */
@Timeout(120)
class RemoteExecutorTest {

    private static final Dataset DATA =
            Datasets.load("fashion-mnist", Path.of("datasets", "fashion-mnist")).reduced(500, 90, 4);
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private Path folder;

    private final CountingExecutor here = new CountingExecutor(new LocalExecutor(new Dl4jEngine(), DATA, 1));

    @Test
    void a_remote_slot_comes_to_the_same_bits() {
        RunOutcome local;
        try (Laboratory laboratory = laboratory(here, "local", 2)) {
            local = laboratory.submit(run(1, 30)).join();
        }
        try (RemoteExecutor remote = new RemoteExecutor(here, 2, run -> {});
                Laboratory laboratory = laboratory(remote, "remote", 2)) {
            assertThat(laboratory.submit(run(1, 30)).join().hasSameBitsAs(local))
                    .isTrue();
            assertThat(laboratory
                            .examine(trained(1, 30), new LayerResponses(Split.TEST))
                            .join()
                            .rows())
                    .hasSize(7);
        }
        assertThat(here.firstIterations()).hasSize(2);
    }

    @Test
    void archived_networks_are_examined_after_a_restart_without_training() {
        RunOutcome outcome;
        try (Laboratory laboratory = laboratory(here, "archive", 2)) {
            outcome = laboratory.submit(run(1, 30)).join();
        }
        try (RemoteExecutor remote = new RemoteExecutor(here, 2, run -> {});
                Laboratory laboratory = laboratory(remote, "archive", 2)) {
            assertThat(laboratory
                            .examine(trained(1, 30), new TopOneError(Split.TRAINING))
                            .join()
                            .number(TopOneError.ERROR))
                    .isEqualTo(outcome.trainingError());
            assertThat(laboratory
                            .examine(trained(1, 30), new TopOneError(Split.TEST))
                            .join()
                            .number(TopOneError.ERROR))
                    .isEqualTo(outcome.testError());
        }
        assertThat(here.firstIterations()).hasSize(1);
    }

    @Test
    void one_failing_slot_fails_its_run_alone() {
        Consumer<Run> lost = run -> {
            if (run.seed() == 2) {
                throw new IllegalStateException("the slot was lost");
            }
        };
        try (RemoteExecutor remote = new RemoteExecutor(here, 2, lost);
                Laboratory laboratory = laboratory(remote, "archive", 3)) {
            List<CompletableFuture<RunOutcome>> outcomes = Stream.of(1, 2, 3)
                    .map(seed -> laboratory.submit(run(seed, 5)))
                    .toList();

            assertThatThrownBy(() -> outcomes.get(1).join())
                    .hasCauseInstanceOf(RunFailedException.class)
                    .hasMessageContaining("the slot was lost");
            assertThat(outcomes.get(0).join().seed()).isEqualTo(1);
            assertThat(outcomes.get(2).join().seed()).isEqualTo(3);
        }
    }

    @Test
    void a_run_that_is_given_up_in_its_slot_goes_on_elsewhere_from_its_checkpoint() throws InterruptedException {
        RunOutcome uninterrupted;
        try (Laboratory laboratory = laboratory(here, "other", 1)) {
            uninterrupted = laboratory.submit(run(1, 200)).join();
        }
        CountDownLatch underWay = new CountDownLatch(1);
        RemoteExecutor remote = new RemoteExecutor(new Watched(here.executor(), underWay), 1, run -> {});
        Laboratory laboratory = laboratory(remote, "archive", 1);
        CompletableFuture<RunOutcome> givenUp = laboratory.submit(run(1, 200));
        underWay.await();
        laboratory.close();
        remote.close();
        assertThatThrownBy(givenUp::join).isInstanceOf(CancellationException.class);
        assertThat(folder.resolve("archive")).isDirectoryContaining("glob:**.checkpoint");

        try (Laboratory next = laboratory(here, "archive", 1)) {
            assertThat(next.submit(run(1, 200)).join().hasSameBitsAs(uninterrupted))
                    .isTrue();
        }
        assertThat(here.firstIterations()).hasSize(2);
        // It is told before the checkpoint of the same iteration is saved.
        assertThat(here.firstIterations().get(1)).isBetween(19, 199);
    }

    private Laboratory laboratory(RunExecutor executor, String archive, int workers) {
        return Laboratory.open(
                executor,
                Archive.open(folder.resolve(archive), false, Long.MAX_VALUE, executor, NOWHERE),
                workers,
                NOWHERE);
    }

    private static List<Specimen> trained(long seed, int iterations) {
        return List.of(new Specimen(run(seed, iterations), Specimen.Stage.TRAINED));
    }

    private static Run run(long seed, int iterations) {
        Recipe recipe = new Recipe(0.05, List.of(), 0.9, 1e-4, 32, iterations, Augmentation.NONE);
        return new Run(
                CifarNetworks.residual(8).build(DATA.description().image(), 4, 10), DATA.description(), recipe, seed);
    }

    /** Tells when a run is under way. */
    private record Watched(RunExecutor executor, CountDownLatch underWay) implements ForwardingExecutor {

        @Override
        public TrainedRun train(Run run, Checkpoints checkpoints, IntConsumer progress) {
            return executor.train(run, checkpoints, done -> {
                progress.accept(done);
                if (done == 20) {
                    underWay.countDown();
                }
            });
        }
    }
}
