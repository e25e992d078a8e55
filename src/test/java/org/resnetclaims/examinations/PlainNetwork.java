package org.resnetclaims.examinations;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.StateDict;

/**
 * Computes a chain of 1x1 convolutions with plain loops and numbers of double precision, in the order of the formulas,
 * to hold engines against.
 */
final class PlainNetwork {

    private static final double EPSILON = 1e-5;

    private final Network network;
    private final StateDict parameters;
    private final boolean training;

    /** @param training whether batch normalisation uses the statistics of the batch */
    PlainNetwork(Network network, StateDict parameters, boolean training) {
        this.network = network;
        this.parameters = parameters;
        this.training = training;
    }

    /** Two units of convolution, normalisation and ReLU, and a classifier. */
    static Network example(Shape input, int classes) {
        return new Network(
                "plain example",
                input,
                List.of(
                        new Node("conv1", new Layer.Convolution(3, 1, 1, false), List.of(Network.INPUT)),
                        new Node("norm1", new Layer.BatchNormalization(), List.of("conv1")),
                        new Node("relu1", new Layer.Relu(), List.of("norm1")),
                        new Node("conv2", new Layer.Convolution(2, 1, 1, false), List.of("relu1")),
                        new Node("norm2", new Layer.BatchNormalization(), List.of("conv2")),
                        new Node("relu2", new Layer.Relu(), List.of("norm2")),
                        new Node("pool", new Layer.GlobalAveragePooling(), List.of("relu2")),
                        new Node("classifier", new Layer.FullyConnected(classes), List.of("pool"))));
    }

    /**
     * What each node yields.
     *
     * @param images [image][channel][pixel]
     * @param changes what is added to the output of a node, by its name
     */
    Map<String, double[][][]> outputs(double[][][] images, Map<String, double[][][]> changes) {
        Map<String, double[][][]> outputs = new HashMap<>();
        double[][][] x = images;
        for (Node node : network.nodes()) {
            x = output(node, x);
            if (changes.containsKey(node.name())) {
                add(changes.get(node.name()), x);
            }
            outputs.put(node.name(), x);
        }
        return outputs;
    }

    /** The cross-entropy, summed over the images. */
    double loss(double[][][] images, int[] labels, Map<String, double[][][]> changes) {
        double[][][] logits = outputs(images, changes).get("classifier");
        double loss = 0;
        for (int n = 0; n < logits.length; n++) {
            double sum = 0;
            for (double[] logit : logits[n]) {
                sum += Math.exp(logit[0]);
            }
            loss += Math.log(sum) - logits[n][labels[n]][0];
        }
        return loss;
    }

    private double[][][] output(Node node, double[][][] x) {
        if (node.layer() instanceof Layer.Convolution) {
            // [filters, channels, 1, 1]
            float[] weights = parameter(node, Parameter.Role.WEIGHTS);
            int channels = x[0].length;
            return linear(x, weights.length / channels, (filter, channel) -> weights[filter * channels + channel]);
        }
        if (node.layer() instanceof Layer.FullyConnected connected) {
            float[] weights = parameter(node, Parameter.Role.WEIGHTS);
            float[] biases = parameter(node, Parameter.Role.BIASES);
            double[][][] y = linear(x, connected.units(), (unit, input) -> weights[input * connected.units() + unit]);
            for (double[][] image : y) {
                for (int unit = 0; unit < image.length; unit++) {
                    image[unit][0] += biases[unit];
                }
            }
            return y;
        }
        if (node.layer() instanceof Layer.BatchNormalization) {
            return normalised(node, x);
        }
        double[][][] y = new double[x.length][x[0].length][];
        for (int n = 0; n < x.length; n++) {
            for (int c = 0; c < x[n].length; c++) {
                y[n][c] = node.layer() instanceof Layer.Relu
                        ? Arrays.stream(x[n][c])
                                .map(value -> Math.max(0, value))
                                .toArray()
                        : new double[] {Arrays.stream(x[n][c]).average().orElseThrow()};
            }
        }
        return y;
    }

    private double[][][] normalised(Node node, double[][][] x) {
        double[][][] y = new double[x.length][x[0].length][x[0][0].length];
        for (int c = 0; c < x[0].length; c++) {
            double mean = parameter(node, Parameter.Role.RUNNING_MEAN)[c];
            double variance = parameter(node, Parameter.Role.RUNNING_VARIANCE)[c];
            if (training) {
                double sum = 0;
                double squares = 0;
                for (double[][] image : x) {
                    for (double value : image[c]) {
                        sum += value;
                        squares += value * value;
                    }
                }
                int values = x.length * x[0][0].length;
                mean = sum / values;
                variance = squares / values - mean * mean;
            }
            double scale = parameter(node, Parameter.Role.SCALE)[c] / Math.sqrt(variance + EPSILON);
            for (int n = 0; n < x.length; n++) {
                for (int i = 0; i < x[n][c].length; i++) {
                    y[n][c][i] = (x[n][c][i] - mean) * scale + parameter(node, Parameter.Role.SHIFT)[c];
                }
            }
        }
        return y;
    }

    private static double[][][] linear(double[][][] x, int outputs, Weights weights) {
        double[][][] y = new double[x.length][outputs][x[0][0].length];
        for (int n = 0; n < x.length; n++) {
            for (int out = 0; out < outputs; out++) {
                for (int in = 0; in < x[n].length; in++) {
                    for (int i = 0; i < x[n][in].length; i++) {
                        y[n][out][i] += weights.of(out, in) * x[n][in][i];
                    }
                }
            }
        }
        return y;
    }

    private static void add(double[][][] change, double[][][] to) {
        for (int n = 0; n < to.length; n++) {
            for (int c = 0; c < to[n].length; c++) {
                for (int i = 0; i < to[n][c].length; i++) {
                    to[n][c][i] += change[n][c][i];
                }
            }
        }
    }

    private float[] parameter(Node node, Parameter.Role role) {
        return network.parameters().stream()
                .filter(parameter -> parameter.node().equals(node.name()))
                .filter(parameter -> parameter.role() == role)
                .map(parameters::get)
                .findFirst()
                .orElseThrow();
    }

    private interface Weights {
        double of(int output, int input);
    }
}
