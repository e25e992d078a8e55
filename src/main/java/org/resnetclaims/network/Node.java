package org.resnetclaims.network;

import java.io.Serializable;
import java.util.List;

/**
 * A layer at its place in a network.
 *
 * @param name unique within the network; also the name that charts and probes use, such as {@code stage1.block2.conv1}
 * @param inputs names of the nodes it reads, or {@link Network#INPUT}; as many as the layer's arity
 */
public record Node(String name, Layer layer, List<String> inputs) implements Serializable {

    public Node {
        inputs = List.copyOf(inputs);
        if (inputs.size() != layer.arity()) {
            throw new IllegalArgumentException("Node '%s' must read %d of the maps before it, but reads %d"
                    .formatted(name, layer.arity(), inputs.size()));
        }
    }
}
