package org.resnetclaims.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.GivenImages;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.StateDict;

/** Each kind of layer against its definition, written down in loops. */
@EnabledIf("org.resnetclaims.libtorch.TorchNatives#load")
class LayersTest {

    private static final int BATCH = 3;
    private static final Shape SHAPE = new Shape(3, 5, 4);
    private static final Engine ENGINE = new LibtorchEngine();

    private final Random random = new Random(1);
    private final Maps x = new Maps(SHAPE);

    LayersTest() {
        for (int i = 0; i < x.values.length; i++) {
            x.values[i] = (float) random.nextGaussian();
        }
    }

    @Test
    void convolution() {
        for (boolean bias : List.of(false, true)) {
            for (int kernel : List.of(1, 2, 3)) {
                for (int stride : List.of(1, 2)) {
                    Network network = network(new Layer.Convolution(5, kernel, stride, bias));
                    StateDict state = numbers(network);
                    float[] weights = state.get(network.parameters().get(0));
                    float[] biases = bias ? state.get(network.parameters().get(1)) : new float[5];
                    assertOutputs(network, state, (image, filter, row, column) -> {
                        double sum = biases[filter];
                        for (int channel = 0; channel < SHAPE.channels(); channel++) {
                            for (int i = 0; i < kernel; i++) {
                                for (int j = 0; j < kernel; j++) {
                                    int weight = ((filter * SHAPE.channels() + channel) * kernel + i) * kernel + j;
                                    int padding = (kernel - 1) / 2;
                                    sum += weights[weight]
                                            * x.at(
                                                    image,
                                                    channel,
                                                    row * stride + i - padding,
                                                    column * stride + j - padding,
                                                    0);
                                }
                            }
                        }
                        return sum;
                    });
                }
            }
        }
    }

    @Test
    void batch_normalisation_by_running_statistics() {
        Network network = network(new Layer.BatchNormalization());
        StateDict state = numbers(network);
        List<Parameter> parameters = network.parameters();
        assertOutputs(network, state, (image, channel, row, column) -> {
            double centred = x.at(image, channel, row, column, 0) - state.get(parameters.get(2))[channel];
            double normalised = centred / Math.sqrt(state.get(parameters.get(3))[channel] + 1e-5);
            return normalised * state.get(parameters.get(0))[channel] + state.get(parameters.get(1))[channel];
        });
    }

    @Test
    void running_statistics_move_a_tenth_of_the_way_to_those_of_the_batch() {
        Network network = new Network(
                "normalising",
                SHAPE,
                List.of(
                        new Node("normalisation", new Layer.BatchNormalization(), List.of(Network.INPUT)),
                        new Node("classifier", new Layer.FullyConnected(2), List.of("normalisation"))));
        StateDict before = numbers(network);
        Parameter mean = network.parameters().get(2);
        Parameter variance = network.parameters().get(3);
        try (Model model = model(network, before)) {
            model.step(GivenImages.batch(SHAPE, x.values, new int[BATCH]), 0.1);
            StateDict after = model.state().parameters();
            for (int channel = 0; channel < SHAPE.channels(); channel++) {
                double sum = 0;
                double squares = 0;
                int values = BATCH * SHAPE.height() * SHAPE.width();
                for (int i = 0; i < values; i++) {
                    int area = SHAPE.height() * SHAPE.width();
                    double value = x.values[(i / area * SHAPE.channels() + channel) * area + i % area];
                    sum += value;
                    squares += value * value;
                }
                double ofBatch = squares / values - sum / values * sum / values;
                assertThat((double) after.get(mean)[channel])
                        .isCloseTo(0.9 * before.get(mean)[channel] + 0.1 * sum / values, within(1e-6));
                assertThat((double) after.get(variance)[channel])
                        .isCloseTo(0.9 * before.get(variance)[channel] + 0.1 * ofBatch, within(1e-6));
            }
        }
    }

    @Test
    void relu() {
        Network network = network(new Layer.Relu());
        assertOutputs(
                network,
                numbers(network),
                (image, channel, row, column) -> Math.max(0, x.at(image, channel, row, column, 0)));
    }

    @Test
    void scalar_multiplier() {
        Network network = network(new Layer.ScalarMultiplier());
        StateDict state = numbers(network);
        float scalar = state.get(network.parameters().get(0))[0];
        assertOutputs(network, state, (image, channel, row, column) -> scalar * x.at(image, channel, row, column, 0));
    }

    @Test
    void max_pooling_never_takes_the_padding() {
        for (int kernel : List.of(2, 3)) {
            for (int stride : List.of(1, 2)) {
                Network network = network(new Layer.MaxPooling(kernel, stride));
                assertOutputs(network, numbers(network), (image, channel, row, column) -> {
                    double most = Double.NEGATIVE_INFINITY;
                    for (int i = 0; i < kernel * kernel; i++) {
                        int padding = (kernel - 1) / 2;
                        int y = row * stride + i / kernel - padding;
                        int z = column * stride + i % kernel - padding;
                        most = Math.max(most, x.at(image, channel, y, z, Double.NEGATIVE_INFINITY));
                    }
                    return most;
                });
            }
        }
    }

    @Test
    void global_average_pooling() {
        Network network = network(new Layer.GlobalAveragePooling());
        assertOutputs(network, numbers(network), (image, channel, row, column) -> {
            double sum = 0;
            for (int i = 0; i < SHAPE.height() * SHAPE.width(); i++) {
                sum += x.at(image, channel, i / SHAPE.width(), i % SHAPE.width(), 0);
            }
            return sum / SHAPE.height() / SHAPE.width();
        });
    }

    /** Of which each input is read again, so that neither may be overwritten. */
    @Test
    void addition_of_nodes_that_others_read_too() {
        Network network = new Network(
                "adding",
                SHAPE,
                List.of(
                        new Node("relu", new Layer.Relu(), List.of(Network.INPUT)),
                        new Node("first", new Layer.Addition(), List.of(Network.INPUT, "relu")),
                        new Node("second", new Layer.Addition(), List.of("first", "relu")),
                        new Node("third", new Layer.Addition(), List.of("first", "second")),
                        new Node("all", new Layer.Addition(), List.of("third", Network.INPUT))));
        assertOutputs(network, numbers(network), (image, channel, row, column) -> {
            double value = x.at(image, channel, row, column, 0);
            return 3 * value + 3 * Math.max(0, value);
        });
    }

    @Test
    void zero_padded_shortcut() {
        for (int stride : List.of(1, 2)) {
            Network network = network(new Layer.ZeroPaddedShortcut(5, stride));
            assertOutputs(
                    network,
                    numbers(network),
                    (image, channel, row, column) ->
                            channel < 3 ? x.at(image, channel, row * stride, column * stride, 0) : 0);
        }
    }

    /** Its inputs run over channel, row and column. */
    @Test
    void fully_connected_layer_on_a_map_of_several_pixels() {
        Network network = network(new Layer.FullyConnected(6));
        StateDict state = numbers(network);
        float[] weights = state.get(network.parameters().get(0));
        float[] biases = state.get(network.parameters().get(1));
        assertOutputs(network, state, (image, unit, row, column) -> {
            double sum = biases[unit];
            int size = Math.toIntExact(SHAPE.size());
            for (int i = 0; i < size; i++) {
                sum += x.values[image * size + i] * weights[i * 6 + unit];
            }
            return sum;
        });
    }

    @Test
    void every_parameter_comes_back_as_it_was_given() {
        Network network = new Network(
                "mixed",
                SHAPE,
                List.of(
                        new Node("conv", new Layer.Convolution(5, 3, 2, true), List.of(Network.INPUT)),
                        new Node("normalisation", new Layer.BatchNormalization(), List.of("conv")),
                        new Node("hidden", new Layer.FullyConnected(7), List.of("normalisation")),
                        new Node("classifier", new Layer.FullyConnected(2), List.of("hidden"))));
        StateDict parameters = numbers(network);
        StateDict velocities = velocities(network, parameters);
        try (Model model = model(network, parameters)) {
            assertThat(model.state().parameters()).isEqualTo(parameters);
            assertThat(model.state().velocities()).isEqualTo(velocities);
        }
    }

    @Test
    void a_normalisation_of_single_numbers_is_refused() {
        Network network = new Network(
                "single",
                SHAPE,
                List.of(
                        new Node("pool", new Layer.GlobalAveragePooling(), List.of(Network.INPUT)),
                        new Node("normalisation", new Layer.BatchNormalization(), List.of("pool"))));
        Recipe recipe = new Recipe(0.1, List.of(), 0.9, 1e-4, 1, 5, Augmentation.NONE);
        assertThatThrownBy(() -> ENGINE.create(network, recipe))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The libtorch engine cannot train node 'normalisation' on batches of one image:"
                        + " its batch normalisation would see one number a channel");
    }

    /** What a layer yields at one place, by definition. */
    private interface Definition {
        double at(int image, int channel, int row, int column);
    }

    private void assertOutputs(Network network, StateDict state, Definition definition) {
        Maps y = new Maps(network.shapes()
                .get(network.nodes().get(network.nodes().size() - 1).name()));
        try (Model model = model(network, state)) {
            y.values = model.logits(x.values);
        }
        for (int image = 0; image < BATCH; image++) {
            for (int channel = 0; channel < y.shape.channels(); channel++) {
                for (int row = 0; row < y.shape.height(); row++) {
                    for (int column = 0; column < y.shape.width(); column++) {
                        assertThat(y.at(image, channel, row, column, Double.NaN))
                                .as("%s at %d %d %d %d", network.nodes(), image, channel, row, column)
                                .isCloseTo(definition.at(image, channel, row, column), within(1e-5));
                    }
                }
            }
        }
        assertThat(y.values).hasSize(Math.toIntExact(BATCH * y.shape.size()));
    }

    private static Network network(Layer layer) {
        return new Network("single", SHAPE, List.of(new Node("layer", layer, List.of(Network.INPUT))));
    }

    private static Model model(Network network, StateDict state) {
        Model model = ENGINE.create(network, new Recipe(0.1, List.of(), 0.9, 1e-4, BATCH, 5, Augmentation.NONE));
        model.restore(new ModelState(state, velocities(network, state)));
        return model;
    }

    private static StateDict velocities(Network network, StateDict parameters) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            if (parameter.role().hasGradient()) {
                float[] values = parameters.get(parameter).clone();
                values[0] = 5;
                arrays.put(parameter.name(), values);
            }
        }
        return new StateDict(arrays);
    }

    /** All between 0.5 and 1.5, as variances have to be above 0. */
    private StateDict numbers(Network network) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            float[] values = new float[parameter.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.5f + random.nextFloat();
            }
            arrays.put(parameter.name(), values);
        }
        return new StateDict(arrays);
    }

    /** Images x channels x rows x columns. */
    private static final class Maps {

        private final Shape shape;
        private float[] values;

        private Maps(Shape shape) {
            this.shape = shape;
            values = new float[Math.toIntExact(BATCH * shape.size())];
        }

        private double at(int image, int channel, int row, int column, double outside) {
            if (row < 0 || row >= shape.height() || column < 0 || column >= shape.width()) {
                return outside;
            }
            return values[((image * shape.channels() + channel) * shape.height() + row) * shape.width() + column];
        }
    }
}
