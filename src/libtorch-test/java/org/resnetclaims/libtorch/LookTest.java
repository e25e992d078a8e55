package org.resnetclaims.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.GivenImages;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.InitialState;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Signal;

/** What can be seen of the nodes of a network. */
@EnabledIf("org.resnetclaims.libtorch.TorchNatives#load")
class LookTest {

    private static final int BATCH = 6;
    private static final int[] LABELS =
            IntStream.range(0, BATCH).map(i -> i % 4).toArray();

    @ParameterizedTest
    @EnumSource(Shortcut.class)
    void what_is_seen_of_a_node_does_not_depend_on_what_else_is_looked_at(Shortcut shortcut) {
        Network network = network(shortcut);
        List<String> all = network.nodes().stream().map(Node::name).toList();
        try (Model model = model(new LibtorchEngine(), network)) {
            List<Signal> signals = model.signals(images(network), LABELS, all);
            List<Signal> responses = model.responses(images(network), all);
            for (int i = 0; i < all.size(); i++) {
                List<String> alone = List.of(all.get(i));
                assertThat(model.signals(images(network), LABELS, alone)).containsExactly(signals.get(i));
                assertThat(model.responses(images(network), alone)).containsExactly(responses.get(i));
                assertThat(signals.get(i).gradientNorm()).as(all.get(i)).isGreaterThan(0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Shortcut.class)
    void both_engines_see_the_same(Shortcut shortcut) {
        Network network = network(shortcut);
        // Deeplearning4j shows a convolution by its normalisation, and the classifier by its logits.
        List<String> visible = network.nodes().stream()
                .filter(node -> !(node.layer() instanceof Layer.Convolution))
                .filter(node -> !(node.layer() instanceof Layer.FullyConnected))
                .map(Node::name)
                .toList();
        try (Model model = model(new LibtorchEngine(), network);
                Model other = model(new Dl4jEngine(), network)) {
            List<Signal> signals = model.signals(images(network), LABELS, visible);
            List<Signal> expected = other.signals(images(network), LABELS, visible);
            List<Signal> responses = model.responses(images(network), visible);
            List<Signal> expectedResponses = other.responses(images(network), visible);
            for (int i = 0; i < visible.size(); i++) {
                assertClose(visible.get(i), signals.get(i), expected.get(i));
                assertThat(signals.get(i).gradientNorm())
                        .as(visible.get(i))
                        .isCloseTo(
                                expected.get(i).gradientNorm(),
                                within(1e-3 * expected.get(i).gradientNorm()));
                assertClose(visible.get(i), responses.get(i), expectedResponses.get(i));
                assertThat(responses.get(i).gradientNorm()).isNaN();
            }
        }
    }

    private static void assertClose(String node, Signal actual, Signal expected) {
        for (int i = 0; i < expected.channels().size(); i++) {
            Signal.Channel a = actual.channels().get(i);
            Signal.Channel b = expected.channels().get(i);
            assertThat(a.values()).as(node).isEqualTo(b.values());
            assertThat(a.sum()).as(node).isCloseTo(b.sum(), within(1e-3 * (1 + b.sumOfSquares())));
            assertThat(a.sumOfSquares()).as(node).isCloseTo(b.sumOfSquares(), within(1e-3 * (1 + b.sumOfSquares())));
        }
    }

    private static Network network(Shortcut shortcut) {
        return CifarNetworks.residual(8, shortcut).build(new Shape(3, 8, 8), 4, 4);
    }

    /** One that has made a step, so that its running statistics have moved. */
    private static Model model(Engine engine, Network network) {
        Model model = engine.create(network, new Recipe(0.1, List.of(), 0.9, 1e-4, BATCH, 5, Augmentation.NONE));
        model.restore(InitialState.draw(network, 1));
        model.step(GivenImages.batch(network.input(), images(network), LABELS), 0.1);
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
}
