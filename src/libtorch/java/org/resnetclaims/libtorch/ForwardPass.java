package org.resnetclaims.libtorch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.network.Shape;

/** A network as a sequence of libtorch's operations. */
final class ForwardPass {

    private record Step(Operation operation, int[] inputs) {}

    private final Network network;
    private final Operands operands;
    private final boolean byBatch;
    private final Set<String> observed;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param byBatch whether batch normalisations normalise by the statistics of the batch, which they write to the
     *     statistics among the operands, if there are any; else by those statistics
     * @param observed names of nodes whose outputs no other node may overwrite
     */
    ForwardPass(Network network, Operands operands, boolean byBatch, Set<String> observed) {
        this.network = network;
        this.operands = operands;
        this.byBatch = byBatch;
        this.observed = observed;
        Map<String, Shape> shapes = network.shapes();
        places.put(Network.INPUT, 0);
        for (Node node : network.nodes()) {
            int[] inputs = node.inputs().stream().mapToInt(this::place).toArray();
            steps.add(new Step(
                    operation(
                            node,
                            Objects.requireNonNull(shapes.get(node.inputs().get(0)))),
                    inputs));
            places.put(node.name(), steps.size());
        }
    }

    /** Where the output of a node stands among all outputs. */
    int place(String node) {
        return Objects.requireNonNull(places.get(node), node);
    }

    /**
     * The images and the outputs of all nodes, in their order. One that is not observed may have been overwritten.
     *
     * @param images images x channels x height x width, of which the channels lie side by side
     */
    Tensor[] outputs(Tensor images) {
        Tensor[] outputs = new Tensor[steps.size() + 1];
        outputs[0] = images;
        for (int i = 0; i < steps.size(); i++) {
            int[] from = steps.get(i).inputs();
            Tensor[] inputs = new Tensor[from.length];
            for (int j = 0; j < from.length; j++) {
                inputs[j] = outputs[from[j]];
            }
            outputs[i + 1] = steps.get(i).operation().apply(inputs);
        }
        return outputs;
    }

    /** The last of {@link #outputs}, as images x classes. */
    static Tensor logits(Tensor[] outputs) {
        return outputs[outputs.length - 1].flatten(1, 3);
    }

    private Operation operation(Node node, Shape input) {
        Layer layer = node.layer();
        boolean inPlace = mayOverwrite(node.inputs().get(0));
        if (layer instanceof Layer.Convolution convolution) {
            Tensor weights = operands.get(node, Parameter.Role.WEIGHTS);
            return Operations.convolution(convolution, weights, operands.find(node, Parameter.Role.BIASES));
        } else if (layer instanceof Layer.BatchNormalization) {
            return Operations.normalisation(
                    operands.find(node, Parameter.Role.SCALE),
                    operands.find(node, Parameter.Role.SHIFT),
                    operands.find(node, Parameter.Role.RUNNING_MEAN),
                    operands.find(node, Parameter.Role.RUNNING_VARIANCE),
                    byBatch);
        } else if (layer instanceof Layer.Relu) {
            return Operations.relu(inPlace);
        } else if (layer instanceof Layer.ScalarMultiplier) {
            return Operations.scalarMultiplier(operands.get(node, Parameter.Role.SCALAR));
        } else if (layer instanceof Layer.Addition) {
            return Operations.addition(inPlace);
        } else if (layer instanceof Layer.Dropout) {
            return operands.mask(node).map(Operations::dropout).orElse(inputs -> inputs[0]);
        } else if (layer instanceof Layer.MaxPooling pooling) {
            return Operations.maxPooling(pooling);
        } else if (layer instanceof Layer.GlobalAveragePooling) {
            return Operations.globalAveragePooling();
        } else if (layer instanceof Layer.ZeroPaddedShortcut shortcut) {
            return Operations.zeroPaddedShortcut(shortcut, input.channels());
        } else if (layer instanceof Layer.FullyConnected) {
            return Operations.fullyConnected(
                    operands.get(node, Parameter.Role.WEIGHTS), operands.get(node, Parameter.Role.BIASES));
        }
        throw new IllegalArgumentException("The libtorch engine knows no operation for node '%s' of network '%s'"
                .formatted(node.name(), network.name()));
    }

    /** Whether nobody needs the output of a node but the one that reads it, and its own backward pass neither. */
    private boolean mayOverwrite(String name) {
        long readers = network.nodes().stream()
                .flatMap(node -> node.inputs().stream())
                .filter(name::equals)
                .count();
        return readers == 1
                && !observed.contains(name)
                && !name.equals(Network.INPUT)
                && !(layer(name) instanceof Layer.Relu)
                // Without a mask, its output is its input.
                && !(layer(name) instanceof Layer.Dropout);
    }

    private Layer layer(String name) {
        return network.nodes().get(place(name) - 1).layer();
    }
}
