package org.resnetclaims.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Datasets;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
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
        assertThat(trainer.engine().binary()).contains("oneDNN 3.");
    }

    @Test
    void should_learn() {
        RunOutcome outcome = train(run(1, 0.1, 120));
        assertThat(outcome.diverged()).isFalse();
        assertThat(outcome.trainingError()).isLessThan(40);
        assertThat(outcome.testError()).isLessThan(50);
        assertThat(outcome.curve()).hasSize(8);
        assertThat(outcome.curve().get(7).iteration()).isEqualTo(120);
        assertThat(outcome.curve().get(0).trainingError()).isGreaterThan(outcome.curve().get(7).trainingError());
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
        trainer.train(run(1, 0.1, 3), DATA, told::add);
        assertThat(told).containsExactly(1, 2, 3);
    }

    private RunOutcome train(Run run) {
        return trainer.train(run, DATA, iterations -> {});
    }

    private static Run run(long seed, double learningRate, int iterations) {
        Network network = CifarNetworks.residual(8).build(DATA.description().image(), 4, 10);
        Recipe recipe = new Recipe(
                learningRate, List.of(iterations / 2), 0.9, 1e-4, 32, iterations, new Augmentation(1, true));
        return new Run(network, DATA.description(), recipe, seed);
    }

    private static RunOutcome timeless(RunOutcome outcome) {
        return new RunOutcome(
                outcome.run(),
                outcome.seed(),
                outcome.diverged(),
                outcome.trainingError(),
                outcome.testError(),
                outcome.curve(),
                0);
    }
}
