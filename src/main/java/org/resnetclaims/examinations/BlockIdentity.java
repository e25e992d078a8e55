package org.resnetclaims.examinations;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.StateDict;

/**
 * Makes blocks of a network hand on what they are given, in inference mode, by their parameters alone. The branch of a
 * residual block then yields 0; a layer of a plain block copies its input, which is what comes out of a ReLU, and so
 * passes the next one unchanged.
 */
final class BlockIdentity {

    /** What engines add to the variance before they divide by its root. */
    private static final double EPSILON = 1e-5;

    private final Network network;

    /** @throws IllegalArgumentException if a branch does not end with a batch normalisation, as with pre-activation */
    BlockIdentity(Network network) {
        this.network = network;
        Set<String> ends = ends();
        if (network.nodes().stream()
                .anyMatch(node -> ends.contains(node.name()) && !(node.layer() instanceof Layer.BatchNormalization))) {
            throw new IllegalArgumentException(
                    "The blocks of network '%s' cannot be left out by their parameters: their branches do not end with a batch normalisation"
                            .formatted(network.name()));
        }
    }

    /** All blocks, by what the names of their nodes begin with. */
    Set<String> names() {
        return network.nodes().stream()
                .map(Node::name)
                .filter(name -> name.contains(".block"))
                .map(BlockIdentity::block)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The blocks whose input has the shape of their output. */
    List<String> blocks() {
        Map<String, Shape> shapes = network.shapes();
        Set<String> blocks = names();
        for (Node node : network.nodes()) {
            if (node.layer() instanceof Layer.Convolution
                    && !Objects.equals(
                            shapes.get(node.name()), shapes.get(node.inputs().get(0)))) {
                blocks.remove(block(node.name()));
            }
        }
        return List.copyOf(blocks);
    }

    /** The parameters with which these blocks hand on what they are given; the others are as they were. */
    StateDict without(Set<String> blocks, StateDict parameters) {
        Set<String> residual = ends();
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            arrays.put(
                    parameter.name(),
                    blocks.contains(block(parameter.node()))
                            ? identity(parameter, residual)
                            : parameters.get(parameter));
        }
        return new StateDict(arrays);
    }

    /** The nodes with which branches end, which are of the residual blocks. */
    private Set<String> ends() {
        return network.nodes().stream()
                .filter(node -> node.layer() instanceof Layer.Addition)
                .map(node -> node.inputs().get(0))
                .collect(Collectors.toSet());
    }

    private static float[] identity(Parameter parameter, Set<String> ends) {
        float[] values = new float[parameter.size()];
        switch (parameter.role()) {
            case WEIGHTS -> copyChannels(values, parameter.shape());
            case SCALE -> Arrays.fill(values, ends.contains(parameter.node()) ? 0 : (float) Math.sqrt(1 + EPSILON));
            case RUNNING_VARIANCE -> Arrays.fill(values, 1);
            case BIASES, SHIFT, SCALAR, RUNNING_MEAN -> {}
        }
        return values;
    }

    /** Every filter takes the pixel in the middle of the channel of its own number. */
    private static void copyChannels(float[] weights, List<Integer> shape) {
        int channels = shape.get(1);
        int area = shape.get(2) * shape.get(3);
        for (int filter = 0; filter < shape.get(0); filter++) {
            weights[(filter * channels + filter) * area + area / 2] = 1;
        }
    }

    private static String block(String node) {
        return node.substring(0, Math.max(0, node.lastIndexOf('.')));
    }
}
