package org.resnetclaims.examinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.Split;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.StateDict;
import org.resnetclaims.training.TrainedRun;
import org.resnetclaims.training.Trainer;

class ExaminationsTest {

    private static final int BATCH = 8;
    private static final Dataset DATA =
            Datasets.load("fashion-mnist", Path.of("datasets", "fashion-mnist")).reduced(500, 90, 4);
    /** Of 2x2 pixels, and not in whole batches. */
    private static final Dataset TINY =
            Datasets.load("fashion-mnist", Path.of("datasets", "fashion-mnist")).reduced(20, 30, 14);

    private static final Dl4jEngine ENGINE = new Dl4jEngine();

    private static TrainedRun trained;
    private static Run run;

    private static synchronized Examiner.Subject trained() {
        if (trained == null) {
            Network network = CifarNetworks.residual(8).build(DATA.description().image(), 4, 10);
            Recipe recipe = new Recipe(0.1, List.of(), 0.9, 1e-4, 32, 60, Augmentation.NONE);
            run = new Run(network, DATA.description(), recipe, 1);
            trained = new Trainer(ENGINE).train(run, DATA, Checkpoints.NONE, iterations -> {});
        }
        return new Examiner.Subject(run, trained.parameters());
    }

    @Test
    void the_top_one_error_is_that_of_the_outcome_on_both_splits() {
        Examiner.Subject subject = trained();

        double training =
                examine(new TopOneError(Split.TRAINING), subject, DATA).number(TopOneError.ERROR);
        double test = examine(new TopOneError(Split.TEST), subject, DATA).number(TopOneError.ERROR);

        assertThat(training).isEqualTo(trained.outcome().trainingError()).isBetween(1.0, 80.0);
        assertThat(test).isEqualTo(trained.outcome().testError()).isNotEqualTo(training);
    }

    @Test
    void the_size_of_the_batches_does_not_change_an_error() {
        Examiner.Subject subject = trained();
        Recipe recipe = new Recipe(0.1, List.of(), 0.9, 1e-4, 7, 60, Augmentation.NONE);
        Run inSevens = new Run(run.network(), run.data(), recipe, 1);

        assertThat(examine(new TopOneError(Split.TEST), new Examiner.Subject(inSevens, subject.parameters()), DATA))
                .isEqualTo(examine(new TopOneError(Split.TEST), subject, DATA));
    }

    @ParameterizedTest
    @EnumSource
    void layer_responses_are_those_that_plain_loops_compute(Split split) {
        Network network = PlainNetwork.example(TINY.description().image(), 10);
        StateDict parameters = unlike(network);

        Findings findings = examine(new LayerResponses(split), subject(network, parameters), TINY);

        PlainNetwork plain = new PlainNetwork(network, parameters, false);
        Map<String, double[][][]> outputs =
                plain.outputs(images(split, 0, set(split).size()), Map.of());
        assertThat(findings.rows()).containsExactly("norm1", "norm2");
        for (int row = 0; row < 2; row++) {
            double[] values = flat(outputs.get(findings.rows().get(row)));
            double mean = Arrays.stream(values).average().orElseThrow();
            double variance = Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
            assertThat(findings.column(LayerResponses.MEAN).get(row)).isCloseTo(mean, within(1e-4));
            assertThat(findings.column(LayerResponses.DEVIATION).get(row)).isCloseTo(Math.sqrt(variance), within(1e-4));
        }
    }

    /** Differences of the loss as one output after the other is moved, batch by batch. */
    @ParameterizedTest
    @EnumSource
    void gradient_norms_are_those_of_finite_differences(Split split) {
        Network network = PlainNetwork.example(TINY.description().image(), 10);
        StateDict parameters = unlike(network);

        Findings findings = examine(new GradientNorms(split), subject(network, parameters), TINY);

        PlainNetwork plain = new PlainNetwork(network, parameters, true);
        assertThat(findings.rows()).containsExactly("norm1", "norm2");
        for (String layer : findings.rows()) {
            double squares = 0;
            for (int batch = 0; batch < wholeBatches(split); batch++) {
                squares += squaredGradient(plain, layer, split, batch * BATCH);
            }
            double norm =
                    findings.column(GradientNorms.NORM).get(findings.rows().indexOf(layer));
            assertThat(norm)
                    .as(layer)
                    .isGreaterThan(1e-3)
                    .isCloseTo(Math.sqrt(squares / (wholeBatches(split) * BATCH)), within(2e-3 * norm));
        }
    }

    private static double squaredGradient(PlainNetwork plain, String layer, Split split, int first) {
        double step = 1e-6;
        double[][][] images = images(split, first, BATCH);
        int[] labels = new int[BATCH];
        set(split).fill(IntStream.range(first, first + BATCH).toArray(), new float[BATCH * 4], labels);
        double[][][] output = plain.outputs(images, Map.of()).get(layer);
        double squares = 0;
        for (int n = 0; n < output.length; n++) {
            for (int c = 0; c < output[n].length; c++) {
                for (int i = 0; i < output[n][c].length; i++) {
                    double[][][] change = new double[output.length][output[n].length][output[n][c].length];
                    change[n][c][i] = step;
                    double above = plain.loss(images, labels, Map.of(layer, change));
                    change[n][c][i] = -step;
                    double below = plain.loss(images, labels, Map.of(layer, change));
                    squares += Math.pow((above - below) / (2 * step), 2);
                }
            }
        }
        return squares;
    }

    @Test
    void every_convolution_of_a_network_is_looked_at_once() {
        Findings findings = examine(new LayerResponses(Split.TEST), trained(), DATA);

        assertThat(findings.rows()).hasSize(7).doesNotHaveDuplicates();
        assertThat(findings.column(LayerResponses.DEVIATION)).allMatch(deviation -> deviation > 0);
        assertThat(examine(new GradientNorms(Split.TRAINING), trained(), DATA).rows())
                .isEqualTo(findings.rows());
    }

    @Test
    void fewer_images_than_a_batch_are_refused_where_batches_have_to_be_whole() {
        Network network = PlainNetwork.example(TINY.description().image(), 10);
        Recipe large = new Recipe(0.1, List.of(), 0.9, 1e-4, 64, 5, Augmentation.NONE);
        Examiner.Subject subject = Examiner.Subject.initial(new Run(network, TINY.description(), large, 1));
        examine(new LayerResponses(Split.TEST), subject, TINY);

        assertThatThrownBy(() -> examine(new GradientNorms(Split.TEST), subject, TINY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("30 images do not fill a batch of 64: examine them in smaller batches");
    }

    @Test
    void several_networks_are_not_examined_as_one() {
        Examiner examiner = new Examiner(ENGINE);
        Examination examination = new TopOneError(Split.TEST);

        assertThatThrownBy(() -> examiner.examine(examination, List.of(trained(), trained()), DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TopOneError[split=TEST] examines one network at a time, not 2");
    }

    private static Findings examine(Examination examination, Examiner.Subject subject, Dataset data) {
        return new Examiner(ENGINE).examine(examination, List.of(subject), data);
    }

    private static Examiner.Subject subject(Network network, StateDict parameters) {
        Recipe recipe = new Recipe(0.1, List.of(), 0.9, 1e-4, BATCH, 5, Augmentation.NONE);
        return new Examiner.Subject(new Run(network, TINY.description(), recipe, 1), parameters);
    }

    /** Numbers that all differ, so that a mistake in any of them would show. */
    private static StateDict unlike(Network network) {
        Random random = new Random(7);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            float[] values = new float[parameter.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float)
                        (parameter.role() == Parameter.Role.RUNNING_VARIANCE
                                ? 0.1 + random.nextDouble()
                                : random.nextGaussian());
            }
            arrays.put(parameter.name(), values);
        }
        return new StateDict(arrays);
    }

    private static int wholeBatches(Split split) {
        return set(split).size() / BATCH;
    }

    private static LabelledImages set(Split split) {
        return TINY.images(split);
    }

    /** Without the mean of the training images, [image][channel][pixel]. */
    private static double[][][] images(Split split, int first, int number) {
        float[] pixels = new float[number * 4];
        set(split).fill(IntStream.range(first, first + number).toArray(), pixels, new int[number]);
        TINY.training().mean().subtractFrom(pixels, number);
        double[][][] images = new double[number][1][4];
        for (int i = 0; i < pixels.length; i++) {
            images[i / 4][0][i % 4] = pixels[i];
        }
        return images;
    }

    private static double[] flat(double[][][] output) {
        return Arrays.stream(output)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
