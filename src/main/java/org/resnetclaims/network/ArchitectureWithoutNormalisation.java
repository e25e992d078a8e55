package org.resnetclaims.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds what another architecture builds, without its batch normalisations. */
record ArchitectureWithoutNormalisation(Architecture normalised) implements Architecture {

    @Override
    public String name() {
        return normalised.name() + " without normalisation";
    }

    @Override
    public int paperWidth() {
        return normalised.paperWidth();
    }

    @Override
    public Network build(Shape input, int width, int classes) {
        Map<String, String> normalisedFrom = new HashMap<>();
        List<Node> kept = new ArrayList<>();
        for (Node node : normalised.build(input, width, classes).nodes()) {
            List<String> inputs = node.inputs().stream()
                    .map(name -> normalisedFrom.getOrDefault(name, name))
                    .toList();
            if (node.layer() instanceof Layer.BatchNormalization) {
                normalisedFrom.put(node.name(), inputs.get(0));
            } else {
                kept.add(new Node(node.name(), node.layer(), inputs));
            }
        }
        return new Network(name(), input, kept);
    }
}
