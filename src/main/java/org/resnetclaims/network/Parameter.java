package org.resnetclaims.network;

import java.util.List;
import java.util.Locale;

/**
 * One array of numbers that training changes. Engines keep it in whatever layout suits them, and give and take it in
 * this one.
 *
 * @param node the name of the node that it belongs to
 * @param shape the last index runs fastest: [filters, channels, kernel, kernel] for the weights of a convolution,
 *     [inputs, units] for those of a fully-connected layer, whose inputs run over channel, row and column; [1] for a
 *     scalar, and [channels] for all others
 */
public record Parameter(String node, Role role, List<Integer> shape) {

    /** What the numbers do in their layer. */
    public enum Role {
        /** Of a convolution or a fully-connected layer; the only ones that are drawn at random, and that decay. */
        WEIGHTS,
        BIASES,
        /** By which batch normalisation multiplies; begins at 1. */
        SCALE,
        /** That batch normalisation adds. */
        SHIFT,
        /** By which a scalar multiplier multiplies; begins at 0. */
        SCALAR,
        /** By which batch normalisation centres in inference; follows the batches, without a gradient. */
        RUNNING_MEAN,
        /** By which batch normalisation divides in inference; begins at 1; follows the batches, without a gradient. */
        RUNNING_VARIANCE;

        /** Whether gradient descent changes it. */
        public boolean hasGradient() {
            return this != RUNNING_MEAN && this != RUNNING_VARIANCE;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Parameter {
        shape = List.copyOf(shape);
    }

    /** Unique within its network, such as {@code stage1.block2.conv1.weights}. */
    public String name() {
        return node + "." + role.word();
    }

    /** How many numbers it holds. */
    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** How many inputs go into one output of the layer; of weights only. */
    public int fanIn() {
        return shape.size() == 4 ? size() / shape.get(0) : shape.get(0);
    }

    static List<Parameter> of(Node node, Shape input) {
        Layer layer = node.layer();
        String name = node.name();
        if (layer instanceof Layer.Convolution convolution) {
            int filters = convolution.filters();
            int kernel = convolution.kernel();
            Parameter weights = new Parameter(name, Role.WEIGHTS, List.of(filters, input.channels(), kernel, kernel));
            return convolution.bias()
                    ? List.of(weights, new Parameter(name, Role.BIASES, List.of(filters)))
                    : List.of(weights);
        }
        if (layer instanceof Layer.FullyConnected connected) {
            return List.of(
                    new Parameter(name, Role.WEIGHTS, List.of(Math.toIntExact(input.size()), connected.units())),
                    new Parameter(name, Role.BIASES, List.of(connected.units())));
        }
        if (layer instanceof Layer.BatchNormalization) {
            List<Integer> channels = List.of(input.channels());
            return List.of(
                    new Parameter(name, Role.SCALE, channels),
                    new Parameter(name, Role.SHIFT, channels),
                    new Parameter(name, Role.RUNNING_MEAN, channels),
                    new Parameter(name, Role.RUNNING_VARIANCE, channels));
        }
        if (layer instanceof Layer.ScalarMultiplier) {
            return List.of(new Parameter(name, Role.SCALAR, List.of(1)));
        }
        return List.of();
    }
}
