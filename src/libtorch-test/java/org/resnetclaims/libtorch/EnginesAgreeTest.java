package org.resnetclaims.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.InitialState;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Signal;
import org.resnetclaims.training.StateDict;

/** Two engines that share no kernel and no line of arithmetic, held against each other number by number. */
class EnginesAgreeTest {

    private static final int BATCH = 8;
    private static final Recipe RECIPE = recipe(0.9, 1e-4);
    /** How far a mean over a signal may be off, as a share of its size. */
    private static final double SHARE = 1e-4;
    /** The share of outputs that may lie within rounding of 0. */
    private static final double KINKS = 1e-3;

    private static final Engine DEEPLEARNING4J = new Dl4jEngine();
    private static final Engine LIBTORCH = new LibtorchEngine();
    private static final Network RESIDUAL =
            CifarNetworks.residual(8).build(new Shape(3, 16, 16), 8, SmallNetworks.CLASSES);

    static Stream<Named<Network>> networks() {
        return SmallNetworks.all()
                .map(network -> Named.of("%s on %s".formatted(network.name(), network.input()), network));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void they_agree_after_1_10_and_50_steps(Network network) {
        try (Model expected = DEEPLEARNING4J.create(network, RECIPE);
                Model actual = LIBTORCH.create(network, RECIPE)) {
            SideBySide both = new SideBySide(expected, actual, Smooth.start(network), RECIPE);
            for (int steps : List.of(1, 10, 50)) {
                both.stepTo(steps);
                assertAgreement(both);
            }
        }
    }

    @Test
    void they_agree_on_mixed_images() {
        Recipe mixing = RECIPE.with(new Augmentation(1, true, 1));
        try (Model expected = DEEPLEARNING4J.create(RESIDUAL, mixing);
                Model actual = LIBTORCH.create(RESIDUAL, mixing)) {
            SideBySide both = new SideBySide(expected, actual, Smooth.start(RESIDUAL), mixing);
            for (int steps : List.of(1, 10)) {
                both.stepTo(steps);
                assertAgreement(both);
            }
        }
    }

    /** With all the kinks of a network that nobody has prepared. */
    @ParameterizedTest
    @MethodSource("networks")
    void they_agree_with_the_weights_of_a_run_that_begins(Network network) {
        try (Model expected = DEEPLEARNING4J.create(network, RECIPE);
                Model actual = LIBTORCH.create(network, RECIPE)) {
            SideBySide both = new SideBySide(expected, actual, InitialState.draw(network, 1), RECIPE);
            Tolerance logits = Quantity.LOGITS.after(1);
            assertThat(logits.exhaustedBy(actual.logits(both.images()), expected.logits(both.images())))
                    .isLessThanOrEqualTo(1);
            List<String> nodes = SmallNetworks.visible(network);
            assertAlike(nodes, actual.responses(both.images(), nodes), expected.responses(both.images(), nodes));

            both.stepTo(1);
            // Fifty layers magnify what a single kink does to the gradient.
            assertThat(both.distance(Quantity.GRADIENTS))
                    .isLessThan(network.nodes().size() > 100 ? 0.3 : 0.01);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void they_see_the_same_signals_in_the_same_nodes(Network network) {
        List<String> nodes = SmallNetworks.visible(network);
        int[] labels =
                IntStream.range(0, BATCH).map(i -> i % SmallNetworks.CLASSES).toArray();
        try (Model expected = DEEPLEARNING4J.create(network, RECIPE);
                Model actual = LIBTORCH.create(network, RECIPE)) {
            SideBySide both = new SideBySide(expected, actual, Smooth.start(network), RECIPE);
            both.stepTo(1);
            assertAlike(
                    nodes,
                    actual.signals(both.images(), labels, nodes),
                    expected.signals(both.images(), labels, nodes));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void libtorch_goes_on_from_a_saved_state_to_the_same_bits(Network network) {
        try (Model whole = LIBTORCH.create(network, RECIPE);
                Model first = LIBTORCH.create(network, RECIPE);
                Model second = LIBTORCH.create(network, RECIPE)) {
            SideBySide both = new SideBySide(whole, first, InitialState.draw(network, 1), RECIPE);
            both.stepTo(4);
            both.handOverTo(second);
            both.stepTo(8);
            assertThat(second.state()).isEqualTo(whole.state());
        }
    }

    @Test
    void a_run_that_one_engine_has_begun_goes_on_on_the_other() {
        for (Engine begins : List.of(DEEPLEARNING4J, LIBTORCH)) {
            Engine goesOn = begins == LIBTORCH ? DEEPLEARNING4J : LIBTORCH;
            try (Model whole = begins.create(RESIDUAL, RECIPE);
                    Model first = begins.create(RESIDUAL, RECIPE);
                    Model second = goesOn.create(RESIDUAL, RECIPE)) {
                SideBySide both = new SideBySide(whole, first, Smooth.start(RESIDUAL), RECIPE);
                both.stepTo(20);
                both.handOverTo(second);
                both.stepTo(50);
                assertAgreement(both);
            }
        }
    }

    /** Each of these must be noticed, or the tests above show nothing. */
    @Test
    void a_mistake_in_the_arithmetic_is_noticed() {
        assertNoticed("twice the weight decay", recipe(0.9, 2e-4), Smooth.start(RESIDUAL));
        assertNoticed("a momentum of 0.899 instead of 0.9", recipe(0.899, 1e-4), Smooth.start(RESIDUAL));
        assertNoticed("two channels of the image swapped", RECIPE, withSwappedChannels(Smooth.start(RESIDUAL)));
    }

    private static void assertNoticed(String mistake, Recipe recipe, ModelState start) {
        try (Model expected = DEEPLEARNING4J.create(RESIDUAL, RECIPE);
                Model actual = LIBTORCH.create(RESIDUAL, recipe)) {
            SideBySide both = new SideBySide(expected, actual, Smooth.start(RESIDUAL), RECIPE);
            actual.restore(start);
            both.stepTo(10);
            assertThat(both.distances().values()).as(mistake).anySatisfy(share -> assertThat(share)
                    .isGreaterThan(1));
        }
    }

    /** The first filters read the second channel where they read the first. */
    private static ModelState withSwappedChannels(ModelState state) {
        Parameter first = RESIDUAL.parameters().get(0);
        int kernel = first.shape().get(2) * first.shape().get(3);
        Map<String, float[]> swapped = new LinkedHashMap<>();
        RESIDUAL.parameters()
                .forEach(parameter ->
                        swapped.put(parameter.name(), state.parameters().get(parameter)));
        float[] weights = state.parameters().get(first).clone();
        System.arraycopy(state.parameters().get(first), 0, weights, kernel, kernel);
        System.arraycopy(state.parameters().get(first), kernel, weights, 0, kernel);
        swapped.put(first.name(), weights);
        return new ModelState(new StateDict(swapped), state.velocities());
    }

    private static void assertAgreement(SideBySide both) {
        assertThat(both.distances()).as("shares of what is allowed").allSatisfy((quantity, share) -> assertThat(share)
                .isLessThanOrEqualTo(1));
    }

    /** By means over each channel, to a share of the root mean square over all channels of the node. */
    private static void assertAlike(List<String> nodes, List<Signal> actual, List<Signal> expected) {
        for (int node = 0; node < nodes.size(); node++) {
            List<Signal.Channel> found = actual.get(node).channels();
            List<Signal.Channel> wanted = expected.get(node).channels();
            assertThat(found).hasSameSizeAs(wanted);
            double size = mean(wanted, Signal.Channel::sumOfSquares);
            double gradient = mean(wanted, Signal.Channel::gradientSumOfSquares);
            for (int i = 0; i < wanted.size(); i++) {
                String which = "%s, channel %d".formatted(nodes.get(node), i);
                assertThat(found.get(i).values())
                        .as(which)
                        .isEqualTo(wanted.get(i).values());
                assertClose(which, found.get(i), wanted.get(i), Signal.Channel::sum, SHARE * Math.sqrt(size));
                assertClose(which, found.get(i), wanted.get(i), Signal.Channel::sumOfSquares, 2 * SHARE * size);
                assertClose(which, found.get(i), wanted.get(i), Signal.Channel::positives, KINKS);
                assertClose(
                        which, found.get(i), wanted.get(i), Signal.Channel::gradientSumOfSquares, 2 * SHARE * gradient);
            }
        }
    }

    private static void assertClose(
            String which,
            Signal.Channel actual,
            Signal.Channel expected,
            ToDoubleFunction<Signal.Channel> sum,
            double allowed) {
        double wanted = mean(List.of(expected), sum);
        double found = mean(List.of(actual), sum);
        // Where no gradients were asked for, both have none.
        assertThat(Math.abs(found - wanted) <= allowed || (Double.isNaN(found) && Double.isNaN(wanted)))
                .as("%s: %s instead of %s", which, found, wanted)
                .isTrue();
    }

    /** Over all values of some channels. */
    private static double mean(List<Signal.Channel> channels, ToDoubleFunction<Signal.Channel> sum) {
        return channels.stream().mapToDouble(sum).sum()
                / channels.stream().mapToLong(Signal.Channel::values).sum();
    }

    private static Recipe recipe(double momentum, double decay) {
        return new Recipe(1e-3, List.of(), momentum, decay, BATCH, 50, new Augmentation(1, true));
    }
}
