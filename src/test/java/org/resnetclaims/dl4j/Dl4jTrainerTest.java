package org.resnetclaims.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Datasets;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Trainer;

class Dl4jTrainerTest {

    private static final Dataset DATA =
            Datasets.load("fashion-mnist", Path.of("datasets", "fashion-mnist")).reduced(500, 90, 4);

    private final Trainer trainer = new Dl4jTrainer();

    @Test
    void should_be_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(Trainer.class)).hasOnlyElementsOfType(Dl4jTrainer.class);
    }

    @Test
    void should_name_what_decides_the_bits_of_an_outcome() {
        assertThat(trainer.engine().name()).isEqualTo("deeplearning4j");
        assertThat(trainer.engine().version()).isEqualTo("1.0.0-M2.1");
        assertThat(trainer.engine().backend()).isEqualTo("cpu");
        assertThat(trainer.engine().binary()).matches("nd4j-native, oneDNN 3[.0-9]+ on \\S+, OpenBLAS 0[-.0-9]+");
    }

    @Test
    void should_learn() {
        RunOutcome outcome = train(run(1, 0.1, 120));
        assertThat(outcome.diverged()).isFalse();
        assertThat(outcome.trainingError()).isLessThan(40);
        assertThat(outcome.testError()).isLessThan(50);
        assertThat(outcome.curve()).hasSize(8);
        assertThat(outcome.curve().get(7).iteration()).isEqualTo(120);
        assertThat(outcome.curve().get(0).trainingError())
                .isGreaterThan(outcome.curve().get(7).trainingError());
    }

    @Test
    void should_yield_the_same_bits_for_the_same_seed_and_others_for_another() {
        RunOutcome first = train(run(1, 0.1, 24));
        RunOutcome again = train(run(1, 0.1, 24));
        RunOutcome other = train(run(2, 0.1, 24));
        assertThat(timeless(again)).isEqualTo(timeless(first));
        assertThat(other.curve()).isNotEqualTo(first.curve());
    }

    @Test
    void should_yield_the_same_bits_beside_other_runs() throws Exception {
        RunOutcome alone = train(run(1, 0.1, 24));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<RunOutcome>> together = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                long seed = 1 + i % 2;
                together.add(threads.submit(() -> train(run(seed, 0.1, 24))));
            }
            for (int i = 0; i < 6; i += 2) {
                assertThat(timeless(together.get(i).get())).isEqualTo(timeless(alone));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void should_end_a_run_that_diverges_as_one_that_guesses() {
        RunOutcome outcome = train(run(1, 1e30, 24));
        assertThat(outcome.diverged()).isTrue();
        assertThat(outcome.trainingError()).isEqualTo(90);
        assertThat(outcome.testError()).isEqualTo(90);
    }

    @Test
    void should_tell_its_progress() {
        List<Integer> told = new ArrayList<>();
        trainer.train(run(1, 0.1, 3), DATA, Checkpoints.NONE, told::add);
        assertThat(told).containsExactly(1, 2, 3);
    }

    @Test
    void should_come_to_the_same_bits_when_it_is_stopped_and_goes_on() {
        Run run = run(1, 0.1, 60);
        // After each iteration, so that the last state has the final parameters.
        SavedStates whole = new SavedStates(Optional.empty());
        RunOutcome uninterrupted = trainer.train(run, DATA, whole, iterations -> {});

        for (int stop : List.of(1, 7, 30, 59)) {
            SavedStates first = new SavedStates(Optional.empty());
            assertThatThrownBy(() -> trainer.train(run, DATA, first, stopAt(stop)))
                    .isInstanceOf(Stop.class);
            // What was trained after the last checkpoint is lost with the process.
            SavedStates second = new SavedStates(first.saved.isEmpty() ? Optional.empty() : Optional.of(first.last()));
            List<Integer> told = new ArrayList<>();
            RunOutcome resumed = trainer.train(run, DATA, second, told::add);

            assertThat(timeless(resumed)).isEqualTo(timeless(uninterrupted));
            assertThat(second.lastState()).isEqualTo(whole.lastState());
            assertThat(told).startsWith(stop == 1 ? 1 : stop - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 27, 28, 200})
    void should_begin_anew_where_a_checkpoint_is_none(int length) {
        byte[] junk = new byte[length];
        Arrays.fill(junk, (byte) 0x7f);

        assertThat(timeless(trainer.train(run(1, 0.1, 8), DATA, new SavedStates(Optional.of(junk)), iterations -> {})))
                .isEqualTo(timeless(train(run(1, 0.1, 8))));
    }

    @Test
    void should_add_up_the_seconds_of_all_parts() {
        Run run = run(1, 0.1, 8);
        SavedStates first = new SavedStates(Optional.empty());
        assertThatThrownBy(() -> trainer.train(run, DATA, first, stopAt(8))).isInstanceOf(Stop.class);
        TrainingState state = TrainingState.of(first.last()).orElseThrow();
        TrainingState slow = new TrainingState(
                state.iteration(),
                state.wrong(),
                state.seen(),
                1000,
                state.curve(),
                state.parameters(),
                state.velocity());
        RunOutcome resumed = trainer.train(run, DATA, new SavedStates(Optional.of(slow.bytes())), iterations -> {});

        assertThat(resumed.seconds()).isBetween(1000.0, 1100.0);
    }

    @Test
    void should_save_its_state_when_it_is_interrupted() {
        Run run = run(1, 0.1, 24);
        AtomicReference<byte[]> saved = new AtomicReference<>();
        Checkpoints checkpoints = new Checkpoints() {
            @Override
            public Optional<byte[]> latest() {
                return Optional.ofNullable(saved.get());
            }

            @Override
            public boolean due() {
                return false;
            }

            @Override
            public void save(byte[] state) {
                saved.set(state);
            }
        };
        assertThatThrownBy(() -> trainer.train(run, DATA, checkpoints, iterations -> {
                    if (iterations == 5) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(TrainingState.of(saved.get()).orElseThrow().iteration()).isEqualTo(5);
        assertThat(timeless(trainer.train(run, DATA, checkpoints, iterations -> {})))
                .isEqualTo(timeless(train(run)));
    }

    private static IntConsumer stopAt(int stop) {
        return iterations -> {
            if (iterations == stop) {
                throw new Stop();
            }
        };
    }

    private static final class Stop extends RuntimeException {}

    /** Keeps the state of every iteration. */
    private static final class SavedStates implements Checkpoints {

        private final Optional<byte[]> first;
        private final List<byte[]> saved = new ArrayList<>();

        private SavedStates(Optional<byte[]> first) {
            this.first = first;
        }

        @Override
        public Optional<byte[]> latest() {
            return first;
        }

        @Override
        public boolean due() {
            return true;
        }

        @Override
        public void save(byte[] state) {
            saved.add(state);
        }

        private byte[] last() {
            return saved.get(saved.size() - 1);
        }

        /** Without the time that it took. */
        private byte[] lastState() {
            TrainingState state = TrainingState.of(last()).orElseThrow();
            return new TrainingState(
                            state.iteration(),
                            state.wrong(),
                            state.seen(),
                            0,
                            state.curve(),
                            state.parameters(),
                            state.velocity())
                    .bytes();
        }
    }

    private RunOutcome train(Run run) {
        return trainer.train(run, DATA, Checkpoints.NONE, iterations -> {});
    }

    /** What makes plain and residual networks fair to compare: they differ by their shortcuts and by nothing else. */
    @Test
    void a_network_with_its_shortcuts_cut_is_the_plain_one_to_the_bit() {
        Run plain = run(3, 0.05, 12);
        for (Architecture[] twins : new Architecture[][] {
            {CifarNetworks.residual(8).withoutShortcuts(), CifarNetworks.plain(8)},
            {ImageNetNetworks.residual(18).withoutShortcuts(), ImageNetNetworks.plain(18)}
        }) {
            RunOutcome cut = train(of(twins[0], plain));
            RunOutcome without = train(of(twins[1], plain));
            assertThat(cut.hasSameBitsAs(without)).as(twins[1].name()).isTrue();
        }
        assertThat(train(of(CifarNetworks.residual(8), plain)).hasSameBitsAs(train(of(CifarNetworks.plain(8), plain))))
                .isFalse();
    }

    private static Run of(Architecture architecture, Run like) {
        return new Run(architecture.build(DATA.description().image(), 4, 10), like.data(), like.recipe(), like.seed());
    }

    private static Run run(long seed, double learningRate, int iterations) {
        Network network = CifarNetworks.residual(8).build(DATA.description().image(), 4, 10);
        Recipe recipe =
                new Recipe(learningRate, List.of(iterations / 2), 0.9, 1e-4, 32, iterations, new Augmentation(1, true));
        return new Run(network, DATA.description(), recipe, seed);
    }

    private static RunOutcome timeless(RunOutcome outcome) {
        return new RunOutcome(
                outcome.run(),
                outcome.seed(),
                outcome.diverged(),
                outcome.trainingError(),
                outcome.testError(),
                outcome.testMistakes(),
                outcome.curve(),
                0);
    }
}
