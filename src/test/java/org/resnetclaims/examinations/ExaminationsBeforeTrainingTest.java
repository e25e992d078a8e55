package org.resnetclaims.examinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Split;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.InitialState;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;

/** Against numbers found in another way, mostly on networks without normalisation, which are the same in both modes. */
class ExaminationsBeforeTrainingTest {

    private static final int BATCH = 8;
    private static final Dataset DATA =
            Datasets.load("fashion-mnist", Path.of("datasets", "fashion-mnist")).reduced(40, 30, 4);
    private static final Dl4jEngine ENGINE = new Dl4jEngine();
    private static final Recipe RECIPE = new Recipe(0.1, List.of(), 0.9, 1e-4, BATCH, 5, Augmentation.NONE);

    private static final Network NORMALISED = build(CifarNetworks.residual(8));
    private static final Network BARE = build(CifarNetworks.residual(8).withoutNormalisation());

    @Test
    void signals_of_a_network_without_normalisation_are_its_responses() {
        List<Double> signals = examine(new LayerSignals(Split.TRAINING), BARE).column(LayerSignals.DEVIATION);
        List<Double> responses =
                examine(new LayerResponses(Split.TRAINING), BARE).column(LayerResponses.DEVIATION);

        assertThat(signals).hasSize(7);
        IntStream.range(0, 7).forEach(i -> assertThat(signals.get(i)).isCloseTo(responses.get(i), within(1e-4)));
    }

    @Test
    void normalised_signals_have_a_standard_deviation_of_one() {
        assertThat(examine(new LayerSignals(Split.TRAINING), NORMALISED).column(LayerSignals.DEVIATION))
                .allSatisfy(deviation -> assertThat(deviation).isCloseTo(1, within(1e-2)));
        assertThat(examine(new LayerResponses(Split.TRAINING), NORMALISED).column(LayerResponses.DEVIATION))
                .anySatisfy(deviation -> assertThat(Math.abs(deviation - 1)).isGreaterThan(0.1));
    }

    /** The running statistics that settle on a single batch are its own. */
    @Test
    void settled_responses_to_a_batch_are_its_signals() {
        List<Double> settled = examine(
                        new OnFirstImages(BATCH, new Settled(new LayerResponses(Split.TRAINING))), NORMALISED)
                .column(LayerResponses.DEVIATION);
        List<Double> signals = examine(new OnFirstImages(BATCH, new LayerSignals(Split.TRAINING)), NORMALISED)
                .column(LayerSignals.DEVIATION);

        assertThat(settled).hasSize(7);
        IntStream.range(0, 7).forEach(i -> assertThat(settled.get(i)).isCloseTo(signals.get(i), within(1e-2)));
    }

    @Test
    void a_network_that_was_settled_is_left_as_it_came() {
        try (Model model = ENGINE.create(NORMALISED, RECIPE)) {
            ModelState given = InitialState.draw(NORMALISED, 1);
            model.restore(given);

            new Settled(new LayerResponses(Split.TRAINING)).examine(model, DATA);

            assertThat(model.state()).isEqualTo(given);
        }
    }

    @Test
    void branches_of_a_network_without_normalisation_are_those_in_inference_mode() {
        Findings shares = examine(new BranchShares(Split.TRAINING), BARE);
        Findings responses = examine(new BranchResponses(Split.TRAINING), BARE);

        assertThat(shares.rows()).isEqualTo(responses.rows()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            double ratio = responses.column(BranchResponses.BRANCH).get(i)
                    / responses.column(BranchResponses.SHORTCUT).get(i);
            assertThat(shares.column(BranchShares.RATIO).get(i)).isCloseTo(ratio * ratio, within(1e-3 * ratio * ratio));
        }
    }

    /** Behind the last block there are only the mean over the map and the classifier. */
    @Test
    void the_gradient_at_the_last_block_is_that_of_the_classifier() {
        Findings found = examine(new BlockGradients(Split.TRAINING), BARE);

        assertThat(found.rows()).containsExactly("stage1.block1.relu2", "stage2.block1.relu2", "stage3.block1.relu2");
        double norm = found.column(BlockGradients.NORM).get(2);
        assertThat(norm).isCloseTo(normBehindTheLastBlock(), within(1e-3 * norm));
    }

    private static double normBehindTheLastBlock() {
        ModelState state = InitialState.draw(BARE, 1);
        Parameter classifier = BARE.parameters().stream()
                .filter(parameter -> parameter.name().equals("classifier.weights"))
                .findFirst()
                .orElseThrow();
        float[] weights = state.parameters().get(classifier);
        int size = Math.toIntExact(BARE.input().size());
        double squares = 0;
        try (Model model = ENGINE.create(BARE, RECIPE)) {
            model.restore(state);
            for (int first = 0; first < 40; first += BATCH) {
                float[] pixels = new float[BATCH * size];
                int[] labels = new int[BATCH];
                DATA.training().fill(IntStream.range(first, first + BATCH).toArray(), pixels, labels);
                DATA.training().mean().subtractFrom(pixels, BATCH);
                float[] logits = model.logits(pixels);
                for (int image = 0; image < BATCH; image++) {
                    double[] error = errorOf(Arrays.copyOfRange(logits, 10 * image, 10 * image + 10), labels[image]);
                    for (int channel = 0; channel < 16; channel++) {
                        double gradient = 0;
                        for (int c = 0; c < 10; c++) {
                            gradient += weights[10 * channel + c] * error[c];
                        }
                        // Each pixel of the map of 2x2 has a quarter of it.
                        squares += 4 * Math.pow(gradient / 4, 2);
                    }
                }
            }
        }
        return Math.sqrt(squares / 40);
    }

    /** Softmax less the label. */
    private static double[] errorOf(float[] logits, int label) {
        double sum =
                IntStream.range(0, 10).mapToDouble(c -> Math.exp(logits[c])).sum();
        return IntStream.range(0, 10)
                .mapToDouble(c -> Math.exp(logits[c]) / sum - (c == label ? 1 : 0))
                .toArray();
    }

    /** What a network without normalisation yields doubles with the weights, layer by layer. */
    @Test
    void rescaled_weights_multiply_from_layer_to_layer() {
        Network plain = build(CifarNetworks.plain(8).withoutNormalisation());
        List<Double> given = examine(new LayerSignals(Split.TRAINING), plain).column(LayerSignals.DEVIATION);
        List<Double> doubled = examine(new Rescaled(2, new LayerSignals(Split.TRAINING)), plain)
                .column(LayerSignals.DEVIATION);

        for (int i = 0; i < 7; i++) {
            assertThat(doubled.get(i) / given.get(i)).isCloseTo(Math.pow(2, i + 1.0), within(1e-2));
        }
    }

    @Test
    void the_first_images_are_those_of_a_smaller_set_with_the_same_mean() {
        Network plain = build(CifarNetworks.plain(8).withoutNormalisation());
        double sixteen = examine(new OnFirstImages(16, new LayerSignals(Split.TRAINING)), plain)
                .column(LayerSignals.DEVIATION)
                .get(0);
        double all = examine(new LayerSignals(Split.TRAINING), plain)
                .column(LayerSignals.DEVIATION)
                .get(0);
        double more = examine(new OnFirstImages(1000, new LayerSignals(Split.TRAINING)), plain)
                .column(LayerSignals.DEVIATION)
                .get(0);

        assertThat(more).isEqualTo(all).isNotEqualTo(sixteen);
    }

    @Test
    void neighbours_matter_where_a_network_normalises_in_training_mode() {
        Findings normalised = examine(new Neighbours(Split.TRAINING), NORMALISED);
        Findings bare = examine(new Neighbours(Split.TRAINING), BARE);

        assertThat(normalised.number(Neighbours.TRAINING)).isGreaterThan(1e-4);
        assertThat(normalised.number(Neighbours.INFERENCE)).isLessThan(1e-6);
        assertThat(bare.number(Neighbours.TRAINING)).isLessThan(1e-6);
        assertThat(bare.number(Neighbours.INFERENCE)).isLessThan(1e-6);
    }

    /** A mean over 8 images of 7x7 pixels and 20 masks is not exact. */
    @Test
    void dropout_changes_the_loss_in_training_mode_alone_and_keeps_the_mean() {
        for (double probability : List.of(0.0, 0.3, 0.6)) {
            Findings found = examine(
                    new DropoutNoise(Split.TRAINING),
                    build(CifarNetworks.residual(8).withDropout(probability)),
                    NORMALISED);

            assertThat(found.number(DropoutNoise.INFERENCE)).isZero();
            if (probability == 0) {
                assertThat(found.number(DropoutNoise.TRAINING)).isZero();
                assertThat(found.number(DropoutNoise.EXPECTATION)).isZero();
            } else {
                assertThat(found.number(DropoutNoise.TRAINING)).isGreaterThan(0.01);
                assertThat(found.number(DropoutNoise.EXPECTATION)).isBetween(1e-4, 0.05);
            }
        }
    }

    @Test
    void dropout_is_not_examined_alone() {
        assertThatThrownBy(() -> examine(new DropoutNoise(Split.TRAINING), NORMALISED))
                .hasMessage("Dropout is examined in a network and the same one without it, not in 1 networks");
    }

    @Test
    void derivatives_on_a_line_are_those_of_the_formula() {
        Network rectifying = new Network(
                "rectifying",
                DATA.description().image(),
                List.of(
                        new Node("relu", new Layer.Relu(), List.of(Network.INPUT)),
                        new Node("classifier", new Layer.FullyConnected(10), List.of("relu"))));

        double found =
                examine(new GradientsOnLines(Split.TEST, 1, 20), rectifying).number(GradientsOnLines.AUTOCORRELATION);

        assertThat(found).isCloseTo(autocorrelation(rectifying), within(1e-3)).isBetween(0.1, 0.99);
    }

    private static double autocorrelation(Network rectifying) {
        int size = Math.toIntExact(rectifying.input().size());
        float[] ends = new float[2 * size];
        DATA.test().fill(new int[] {0, 1}, ends, new int[2]);
        DATA.training().mean().subtractFrom(ends, 2);
        float[] weights = InitialState.draw(rectifying, 1)
                .parameters()
                .get(rectifying.parameters().get(0));
        double sum = 0;
        for (int c = 0; c < 10; c++) {
            double[] logits = new double[21];
            for (int point = 0; point <= 20; point++) {
                for (int i = 0; i < size; i++) {
                    double pixel = ends[i] + (ends[size + i] - ends[i]) * point / 20;
                    logits[point] += Math.max(0, pixel) * weights[10 * i + c];
                }
            }
            double[] slopes = IntStream.range(0, 20)
                    .mapToDouble(i -> logits[i + 1] - logits[i])
                    .toArray();
            double mean = Arrays.stream(slopes).average().orElseThrow();
            double products = IntStream.range(1, 20)
                    .mapToDouble(i -> (slopes[i] - mean) * (slopes[i - 1] - mean))
                    .sum();
            sum += products
                    / Arrays.stream(slopes)
                            .map(slope -> (slope - mean) * (slope - mean))
                            .sum();
        }
        return sum / 10;
    }

    static List<Examination> examinations() {
        return List.of(
                new LayerSignals(Split.TRAINING),
                new BlockGradients(Split.TRAINING),
                new BranchShares(Split.TRAINING),
                new Rescaled(2, new GradientNorms(Split.TRAINING)),
                new Neighbours(Split.TRAINING),
                new GradientsOnLines(Split.TRAINING, 1, 10));
    }

    @ParameterizedTest
    @MethodSource("examinations")
    void examinations_leave_a_model_as_it_came(Examination examination) {
        ModelState given = InitialState.draw(NORMALISED, 1);
        try (Model model = ENGINE.create(NORMALISED, RECIPE)) {
            model.restore(given);
            examination.examine(model, DATA);
            assertThat(model.state()).isEqualTo(given);
        }
    }

    private static Findings examine(Examination examination, Network... networks) {
        List<Examiner.Subject> subjects = Arrays.stream(networks)
                .map(network -> Examiner.Subject.initial(new Run(network, DATA.description(), RECIPE, 1)))
                .toList();
        return new Examiner(ENGINE).examine(examination, subjects, DATA);
    }

    private static Network build(Architecture architecture) {
        return architecture.build(DATA.description().image(), 4, 10);
    }
}
