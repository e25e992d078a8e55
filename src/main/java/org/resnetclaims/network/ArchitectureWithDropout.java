package org.resnetclaims.network;

import java.util.ArrayList;
import java.util.List;

/** Builds what another architecture builds, with dropout before each convolution that alone reads a ReLU. */
record ArchitectureWithDropout(Architecture undropped, double probability) implements Architecture {

    @Override
    public String name() {
        return "%s with dropout of %s".formatted(undropped.name(), probability);
    }

    @Override
    public int paperWidth() {
        return undropped.paperWidth();
    }

    @Override
    public Network build(Shape input, int width, int classes) {
        Network network = undropped.build(input, width, classes);
        List<String> read =
                network.nodes().stream().flatMap(node -> node.inputs().stream()).toList();
        List<String> relus = network.nodes().stream()
                .filter(node -> node.layer() instanceof Layer.Relu)
                .map(Node::name)
                .filter(relu -> read.indexOf(relu) == read.lastIndexOf(relu))
                .toList();
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            String first = node.inputs().get(0);
            if (node.layer() instanceof Layer.Convolution && relus.contains(first)) {
                String dropout = node.name() + ".dropout";
                nodes.add(new Node(dropout, new Layer.Dropout(probability, Layer.Dropout.Grain.VALUE), node.inputs()));
                nodes.add(new Node(node.name(), node.layer(), List.of(dropout)));
            } else {
                nodes.add(node);
            }
        }
        return new Network(name(), input, nodes);
    }
}
