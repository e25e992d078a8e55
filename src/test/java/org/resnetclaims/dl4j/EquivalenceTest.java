package org.resnetclaims.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;

/** Every layer and vertex of this suite against the stock ones, and against finite differences of the loss. */
class EquivalenceTest {

    private static final int BATCH = 6;
    private static final int CLASSES = 5;

    private static final Shape GREY = new Shape(1, 9, 9);
    private static final Shape COLOUR = new Shape(3, 10, 8);

    /** Between them they have every layer and vertex, with and without ReLU and stride. */
    private static final List<Network> SMALL = List.of(
            CifarNetworks.plain(8).build(GREY, 8, CLASSES),
            CifarNetworks.residual(8).build(COLOUR, 4, CLASSES),
            CifarNetworks.residual(8, Shortcut.B).build(COLOUR, 16, CLASSES),
            CifarNetworks.preActivation(8).build(COLOUR, 4, CLASSES));

    private static final List<Network> LARGER = List.of(
            CifarNetworks.residual(8, Shortcut.C).build(GREY, 5, CLASSES),
            CifarNetworks.residual(14).build(COLOUR, 4, CLASSES),
            CifarNetworks.preActivation(14).build(GREY, 4, CLASSES),
            CifarNetworks.residualOfSingleLayers(14).build(COLOUR, 4, CLASSES),
            CifarNetworks.residualOfBottlenecks(11).build(GREY, 4, CLASSES),
            ImageNetNetworks.residual(18).build(COLOUR, 4, CLASSES),
            ImageNetNetworks.residual(50).build(GREY, 4, CLASSES));

    static Stream<Arguments> small_networks() {
        return onAllKernels(SMALL.stream());
    }

    static Stream<Arguments> networks() {
        return onAllKernels(Stream.concat(SMALL.stream(), LARGER.stream()));
    }

    private static Stream<Arguments> onAllKernels(Stream<Network> networks) {
        return networks.flatMap(network -> Stream.of(Kernels.values()).map(kernels -> Arguments.of(kernels, network)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("networks")
    void a_graph_computes_what_the_stock_layers_compute(Kernels kernels, Network network) {
        ComputationGraph ours = drawn(network, kernels);
        ComputationGraph stock = StockGraph.create(network, CNN2DFormat.NCHW, new NoOp(), 0);
        Map<String, String> names = StockGraph.parameterNames(network);
        names.forEach((our, their) -> stock.setParam(
                their, ours.getParam(our).reshape(stock.getParam(their).shape())));
        INDArray images = images(network);

        differentiate(ours, inLayout(images, kernels));
        differentiate(stock, images);

        assertThat(Graphs.loss(ours, classes())).isCloseTo(stock.score(), within(1e-4));
        Map<String, INDArray> ourGradients = ours.gradient().gradientForVariable();
        Map<String, INDArray> theirGradients = stock.gradient().gradientForVariable();
        names.forEach((our, their) -> {
            if (!our.endsWith("_mean") && !our.endsWith("_var")) {
                assertClose(our, ourGradients.get(our), theirGradients.get(their));
            }
        });

        // The stock layers move their running statistics by way of the gradient.
        stock.params().subi(stock.getFlattenedGradients().reshape(stock.params().shape()));
        names.forEach((our, their) -> {
            if (our.endsWith("_mean") || our.endsWith("_var")) {
                assertClose(our, ours.getParam(our), stock.getParam(their));
            }
        });
        names.forEach((our, their) -> stock.setParam(
                their, ours.getParam(our).reshape(stock.getParam(their).shape())));
        assertClose(
                "inference", ours.outputSingle(false, inLayout(images, kernels)), stock.outputSingle(false, images));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("small_networks")
    void the_gradient_is_what_finite_differences_show(Kernels kernels, Network network) {
        ComputationGraph graph = drawn(network, kernels);
        keepAwayFromKinks(graph);
        INDArray images = inLayout(images(network), kernels);
        differentiate(graph, images);
        Map<String, INDArray> gradients = graph.gradient().gradientForVariable();
        for (String name : StockGraph.parameterNames(network).keySet()) {
            if (name.endsWith("_mean") || name.endsWith("_var")) {
                continue;
            }
            INDArray gradient = gradients.get(name).dup().divi(BATCH);
            double norm = gradient.norm2Number().doubleValue();
            if (norm < 1e-4) {
                continue;
            }
            INDArray direction = gradient.div(norm);
            // Large enough to rise above the rounding of the loss.
            double step = 1e-3 * Math.min(1, 1 / norm);
            double slope = (lossAt(graph, name, direction.mul(step), images)
                            - lossAt(graph, name, direction.mul(-step), images))
                    / (2 * step);
            assertThat(slope)
                    .as("slope of the loss along the gradient of %s", name)
                    .isCloseTo(norm, within(0.03 * norm + 3e-3));
        }
    }

    /** ReLU passes every other channel and stops the rest, both by a margin that the differences do not cross. */
    private static void keepAwayFromKinks(ComputationGraph graph) {
        graph.paramTable().forEach((name, values) -> {
            if (name.endsWith("_gamma")) {
                values.muli(0.3);
            } else if (name.endsWith("_beta")) {
                for (int i = 0; i < values.length(); i++) {
                    values.putScalar(i, values.getDouble(i) * 0.3 + (i % 2 == 0 ? 1.5 : -1.5));
                }
            }
        });
    }

    private static double lossAt(ComputationGraph graph, String name, INDArray offset, INDArray images) {
        INDArray parameter = graph.getParam(name);
        INDArray before = parameter.dup();
        parameter.addi(offset.reshape(parameter.shape()));
        differentiate(graph, images);
        parameter.assign(before);
        return Graphs.loss(graph, classes());
    }

    private static void differentiate(ComputationGraph graph, INDArray images) {
        graph.setInputs(images);
        graph.setLabels(labels());
        graph.computeGradientAndScore();
    }

    private static ComputationGraph drawn(Network network, Kernels kernels) {
        ComputationGraph graph = Graphs.drawn(network, kernels, 1);
        // Scales and shifts that are all alike would hide a mistake in them.
        Random random = new Random(2);
        graph.paramTable().forEach((name, values) -> {
            if (name.endsWith("_gamma") || name.endsWith("_beta")) {
                for (int i = 0; i < values.length(); i++) {
                    values.putScalar(i, values.getDouble(i) + 0.3 * random.nextGaussian());
                }
            }
        });
        return graph;
    }

    private static INDArray images(Network network) {
        Shape shape = network.input();
        Random random = new Random(3);
        float[] values = new float[(int) (BATCH * shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.create(values, new long[] {BATCH, shape.channels(), shape.height(), shape.width()}, 'c');
    }

    private static INDArray inLayout(INDArray images, Kernels kernels) {
        return kernels.format() == CNN2DFormat.NHWC ? images.permute(0, 2, 3, 1).dup('c') : images;
    }

    private static int[] classes() {
        return IntStream.range(0, BATCH).map(i -> i % CLASSES).toArray();
    }

    private static INDArray labels() {
        INDArray labels = Nd4j.zeros(BATCH, CLASSES);
        for (int i = 0; i < BATCH; i++) {
            labels.putScalar(i, i % CLASSES, 1);
        }
        return labels;
    }

    private static void assertClose(String what, INDArray actual, INDArray expected) {
        double size = Math.max(expected.norm2Number().doubleValue(), 1e-3);
        double distance = actual.reshape(expected.shape()).distance2(expected);
        assertThat(distance / size).as("relative distance of %s", what).isLessThan(2e-3);
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }
}
