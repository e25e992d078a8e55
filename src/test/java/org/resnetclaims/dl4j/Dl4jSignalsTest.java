package org.resnetclaims.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Batch;
import org.resnetclaims.data.GivenImages;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.training.InitialState;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Signal;

/** What can be seen of the nodes of a graph, and that looking changes nothing. */
class Dl4jSignalsTest {

    private static final int BATCH = 6;
    private static final int[] LABELS =
            IntStream.range(0, BATCH).map(i -> i % 4).toArray();
    private static final Recipe RECIPE = new Recipe(0.1, List.of(), 0.9, 1e-4, BATCH, 5, Augmentation.NONE);
    private static final Network RESIDUAL =
            CifarNetworks.residual(8, Shortcut.B).build(new Shape(3, 8, 8), 4, 4);
    /** All but the classifier, which is seen by its logits. */
    private static final List<String> VISIBLE = RESIDUAL.nodes().stream()
            .filter(node -> !(node.layer() instanceof Layer.FullyConnected))
            .map(Node::name)
            .toList();

    @Test
    void both_kernels_see_the_same_in_every_node_that_can_be_seen() {
        List<Signal> oneDnn = look(Kernels.ONEDNN, true);
        List<Signal> libNd4j = look(Kernels.LIBND4J, true);

        assertThat(oneDnn).hasSameSizeAs(VISIBLE);
        for (int i = 0; i < VISIBLE.size(); i++) {
            assertClose(VISIBLE.get(i), oneDnn.get(i), libNd4j.get(i));
        }
    }

    @Test
    void both_kernels_see_the_same_in_inference_mode_and_no_gradients() {
        List<Signal> oneDnn = look(Kernels.ONEDNN, false);
        List<Signal> libNd4j = look(Kernels.LIBND4J, false);

        for (int i = 0; i < VISIBLE.size(); i++) {
            assertThat(oneDnn.get(i).mean())
                    .as(VISIBLE.get(i))
                    .isCloseTo(libNd4j.get(i).mean(), within(1e-4));
            assertThat(oneDnn.get(i).deviation())
                    .as(VISIBLE.get(i))
                    .isCloseTo(libNd4j.get(i).deviation(), within(1e-4));
            assertThat(oneDnn.get(i).gradientNorm()).isNaN();
        }
    }

    @ParameterizedTest
    @EnumSource(Kernels.class)
    void what_is_seen_of_a_node_does_not_depend_on_what_else_is_looked_at(Kernels kernels) {
        List<Signal> all = look(kernels, true);
        try (Dl4jModel model = model(RESIDUAL, kernels)) {
            model.step(GivenImages.batch(RESIDUAL.input(), images(RESIDUAL), LABELS), 0.1);
            for (int i = 0; i < VISIBLE.size(); i += 3) {
                Signal alone = model.signals(images(RESIDUAL), LABELS, List.of(VISIBLE.get(i)))
                        .get(0);
                assertClose(VISIBLE.get(i), alone, all.get(i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kernels.class)
    void looking_leaves_the_model_as_it_was(Kernels kernels) {
        float[] images = images(RESIDUAL);
        Batch batch = GivenImages.batch(RESIDUAL.input(), images, LABELS);
        try (Dl4jModel model = model(RESIDUAL, kernels);
                Dl4jModel untouched = model(RESIDUAL, kernels)) {
            // Not the beginning, so that velocities and running statistics have moved.
            model.step(batch, 0.1);
            untouched.step(batch, 0.1);
            ModelState before = model.state();

            model.signals(images, LABELS, VISIBLE);
            model.responses(images, VISIBLE);

            assertThat(model.state()).isEqualTo(before);
            assertThat(model.logits(images)).isEqualTo(untouched.logits(images));
            model.step(batch, 0.1);
            untouched.step(batch, 0.1);
            assertThat(model.state()).isEqualTo(untouched.state());
        }
    }

    @ParameterizedTest
    @EnumSource(Kernels.class)
    void a_node_that_cannot_be_seen_is_refused_and_the_error_says_what_to_ask_for(Kernels kernels) {
        try (Dl4jModel model = model(RESIDUAL, kernels)) {
            String classifier =
                    RESIDUAL.nodes().get(RESIDUAL.nodes().size() - 1).name();
            assertThatThrownBy(() -> model.signals(images(RESIDUAL), LABELS, List.of(classifier)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "The Deeplearning4j engine cannot show node '%s' of network 'ResNet-8 (option B)': it yields the "
                                    + "logits: ask for these",
                            classifier);
            assertThatThrownBy(() -> model.responses(images(RESIDUAL), List.of("nowhere")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Network 'ResNet-8 (option B)' has no node 'nowhere' to look at");
        }
    }

    @ParameterizedTest
    @EnumSource(Kernels.class)
    void a_convolution_with_a_bias_is_seen_before_its_relu(Kernels kernels) {
        Network network = new Network(
                "biased",
                new Shape(1, 2, 2),
                List.of(
                        new Node("conv", new Layer.Convolution(2, 1, 1, true), List.of(Network.INPUT)),
                        new Node("relu", new Layer.Relu(), List.of("conv")),
                        new Node("pool", new Layer.GlobalAveragePooling(), List.of("relu")),
                        new Node("classifier", new Layer.FullyConnected(4), List.of("pool"))));
        try (Dl4jModel model = model(network, kernels)) {
            List<Signal> responses = model.responses(images(network), List.of("conv", "relu"));

            Signal.Channel conv = responses.get(0).channels().get(0);
            Signal.Channel relu = responses.get(1).channels().get(0);
            assertThat(conv.values()).isEqualTo(BATCH * 4L);
            // Images are centred and biases begin at 0, so that about half of the outputs are negative.
            assertThat(conv.positives()).isBetween(1L, conv.values() - 1);
            assertThat(relu.positives()).isEqualTo(conv.positives());
            assertThat(relu.sum()).isGreaterThan(conv.sum());
        }
    }

    private static List<Signal> look(Kernels kernels, boolean training) {
        try (Dl4jModel model = model(RESIDUAL, kernels)) {
            model.step(GivenImages.batch(RESIDUAL.input(), images(RESIDUAL), LABELS), 0.1);
            return training
                    ? model.signals(images(RESIDUAL), LABELS, VISIBLE)
                    : model.responses(images(RESIDUAL), VISIBLE);
        }
    }

    private static Dl4jModel model(Network network, Kernels kernels) {
        Dl4jModel model = new Dl4jModel(network, RECIPE, kernels);
        model.restore(InitialState.draw(network, 1));
        return model;
    }

    /** Independent of each other, so that a mistake in the order of channels, rows or columns would show. */
    private static float[] images(Network network) {
        Random random = new Random(3);
        float[] images = new float[Math.toIntExact(BATCH * network.input().size())];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        return images;
    }

    private static void assertClose(String node, Signal actual, Signal expected) {
        assertThat(actual.images()).isEqualTo(expected.images());
        assertThat(actual.channels()).as(node).hasSameSizeAs(expected.channels());
        for (int i = 0; i < expected.channels().size(); i++) {
            Signal.Channel a = actual.channels().get(i);
            Signal.Channel b = expected.channels().get(i);
            String channel = "%s, channel %d".formatted(node, i);
            assertThat(a.values()).as(channel).isEqualTo(b.values());
            assertThat(a.sumOfSquares()).as(channel).isCloseTo(b.sumOfSquares(), within(2e-3 * (1 + b.sumOfSquares())));
            assertThat(a.sum()).as(channel).isCloseTo(b.sum(), within(2e-3 * (1 + b.sumOfSquares())));
            assertThat(a.gradientSumOfSquares())
                    .as(channel)
                    .isCloseTo(b.gradientSumOfSquares(), within(2e-3 * (1e-3 + b.gradientSumOfSquares())));
        }
    }
}
