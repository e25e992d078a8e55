package org.resnetclaims.network;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a network is: nodes in an order in which each comes after its inputs. The last node yields one logit per class;
 * softmax and cross-entropy belong to the training.
 *
 * <p>Construction fails with an {@link IllegalArgumentException}, in one sentence, if the nodes do not fit together.
 *
 * @param name as the paper calls it, such as {@code plain-56} or {@code ResNet-34}
 * @param input the shape of one input image
 */
public record Network(String name, Shape input, List<Node> nodes) implements Serializable {

    /** The name by which nodes refer to the image. */
    public static final String INPUT = "input";

    public Network {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("Network '%s' needs at least one node".formatted(name));
        }
        inferShapes(name, input, nodes);
    }

    /** The shape that each node yields, by its name and in the order of the nodes, after that of {@link #INPUT}. */
    public Map<String, Shape> shapes() {
        return inferShapes(name, input, nodes);
    }

    /** The number of logits that the last node yields. */
    public int classes() {
        return Objects.requireNonNull(shapes().get(nodes.get(nodes.size() - 1).name()))
                .channels();
    }

    /** All arrays that training changes, in the order of the nodes. */
    public List<Parameter> parameters() {
        Map<String, Shape> shapes = shapes();
        return nodes.stream()
                .flatMap(node -> Parameter.of(
                        node, Objects.requireNonNull(shapes.get(node.inputs().get(0))))
                        .stream())
                .toList();
    }

    /** What it takes to store and to run this network, counted as the paper counts. */
    public Cost cost() {
        return Cost.of(this);
    }

    /**
     * A copy in which the residual alone goes on where a residual and its shortcut were added: the plain counterpart of
     * a residual network, node by node (Section 3.3).
     */
    public Network withoutShortcuts() {
        return ShortcutRemoval.from(this);
    }

    private static Map<String, Shape> inferShapes(String network, Shape input, List<Node> nodes) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put(INPUT, input);
        for (Node node : nodes) {
            Shape shape = inferShape(network, node, shapes);
            if (shapes.put(node.name(), shape) != null) {
                throw new IllegalArgumentException(
                        "Network '%s' uses the name '%s' twice; names must be unique, and '%s' is the image"
                                .formatted(network, node.name(), INPUT));
            }
        }
        return Collections.unmodifiableMap(shapes);
    }

    private static Shape inferShape(String network, Node node, Map<String, Shape> known) {
        for (String input : node.inputs()) {
            if (!known.containsKey(input)) {
                throw new IllegalArgumentException(
                        "Node '%s' of network '%s' reads '%s', which no earlier node is named"
                                .formatted(node.name(), network, input));
            }
        }
        List<Shape> inputs = node.inputs().stream().map(known::get).toList();
        if (inputs.stream().distinct().count() > 1) {
            throw new IllegalArgumentException("Node '%s' of network '%s' needs inputs of one shape, but reads %s"
                    .formatted(node.name(), network, inputs));
        }
        try {
            return node.layer().output(inputs.get(0));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Network '%s' cannot take images of %s: at node '%s', %s"
                            .formatted(network, known.get(INPUT), node.name(), e.getMessage()),
                    e);
        }
    }
}
