package org.resnetclaims.network;

import java.util.ArrayList;
import java.util.List;

/** Collects nodes; each reads the one before it unless told otherwise. */
final class NetworkBuilder {

    private final List<Node> nodes = new ArrayList<>();
    private String end = Network.INPUT;

    /** The name of the node that the next one reads. */
    String end() {
        return end;
    }

    void append(String name, Layer layer) {
        append(name, layer, List.of(end));
    }

    void append(String name, Layer layer, List<String> inputs) {
        nodes.add(new Node(name, layer, inputs));
        end = name;
    }

    Network build(String name, Shape input) {
        return new Network(name, input, nodes);
    }
}
