package org.resnetclaims.claims.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.data.Split;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.Observed;
import org.resnetclaims.examinations.GradientNorms;
import org.resnetclaims.examinations.TopOneError;
import org.resnetclaims.laboratory.Archive;
import org.resnetclaims.laboratory.CountingExecutor;
import org.resnetclaims.laboratory.Laboratory;
import org.resnetclaims.laboratory.SimulatedExecutor;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.Specimen.Stage;

/** Arms that are judged by what an examination finds in their networks. */
class ExaminedNetworksTest {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private Path folder;

    @Test
    @Timeout(30)
    void a_run_is_trained_once_for_its_outcome_and_its_examination_even_if_no_network_is_kept() {
        CountingExecutor executor = new CountingExecutor(new SimulatedExecutor(run -> 10));
        Archive withoutRoom = Archive.open(folder, false, 0, executor, NOWHERE);
        Observable networks = observable(Stage.TRAINED, new GradientNorms(Split.TRAINING));
        try (Laboratory laboratory = Laboratory.open(executor, withoutRoom, 1, NOWHERE)) {
            List<CompletableFuture<Observed>> numbers = Stream.of(run(1), run(2))
                    .map(run -> networks.number(run, laboratory))
                    .toList();

            assertThat(numbers)
                    .allSatisfy(number -> assertThat(number.join().value()).isEqualTo(1));
        }
        assertThat(executor.firstIterations()).hasSize(2);
    }

    @Test
    void the_error_of_trained_networks_is_refused_and_that_before_training_is_not() {
        assertThatThrownBy(() -> observable(Stage.TRAINED, new TopOneError(Split.TEST)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "TopOneError[split=TEST] of trained networks is a final error, which is a count of images and judged as such: assert trainingError() or testError() instead");
        assertThat(observable(Stage.INITIAL, new TopOneError(Split.TEST)).needsTraining())
                .isFalse();
    }

    private static Observable observable(Stage stage, Examination examination) {
        return Observable.ofFindings(
                "number of networks", "", Direction.NEITHER_IS_BETTER, stage, examination, Reduction.of("networks"));
    }

    private static Run run(long seed) {
        DatasetDescription data = new DatasetDescription("simulated", new Shape(1, 8, 8), 10, 100, 100, "none");
        return new Run(
                CifarNetworks.plain(8).build(data.image(), 2, 10),
                data,
                new Recipe(0.1, List.of(), 0.9, 0, 8, 10, Augmentation.NONE),
                seed);
    }
}
