package org.resnetclaims.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds what another architecture builds, with dropout of whole images before each addition of a branch to its
 * shortcut.
 *
 * @param probability in the last block; i / n of it in block i of n
 */
record ArchitectureWithStochasticDepth(Architecture whole, double probability) implements Architecture {

    @Override
    public String name() {
        return "%s with stochastic depth of %s".formatted(whole.name(), probability);
    }

    @Override
    public int paperWidth() {
        return whole.paperWidth();
    }

    @Override
    public Network build(Shape input, int width, int classes) {
        List<Node> given = whole.build(input, width, classes).nodes();
        long blocks = given.stream()
                .filter(node -> node.layer() instanceof Layer.Addition)
                .count();
        int block = 0;
        List<Node> nodes = new ArrayList<>();
        for (Node node : given) {
            if (node.layer() instanceof Layer.Addition) {
                block++;
                String dropout = node.name() + ".dropout";
                Layer layer = new Layer.Dropout(probability * block / blocks, Layer.Dropout.Grain.IMAGE);
                nodes.add(new Node(dropout, layer, node.inputs().subList(0, 1)));
                nodes.add(new Node(
                        node.name(),
                        node.layer(),
                        List.of(dropout, node.inputs().get(1))));
            } else {
                nodes.add(node);
            }
        }
        return new Network(name(), input, nodes);
    }
}
