package org.resnetclaims.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts the shortcuts out of a residual network. */
final class ShortcutRemoval {

    private ShortcutRemoval() {}

    /** The name of what is left of a residual network or architecture. */
    static String rename(String residual) {
        return residual + " without shortcuts";
    }

    static Network from(Network residual) {
        Map<String, String> residualOfAddition = new HashMap<>();
        Deque<Node> kept = new ArrayDeque<>();
        for (Node node : residual.nodes()) {
            List<String> inputs = node.inputs().stream()
                    .map(input -> residualOfAddition.getOrDefault(input, input))
                    .toList();
            if (node.layer() instanceof Layer.Addition) {
                residualOfAddition.put(node.name(), inputs.get(0));
            } else {
                kept.add(new Node(node.name(), node.layer(), inputs));
            }
        }
        String output = residual.nodes().get(residual.nodes().size() - 1).name();
        return new Network(
                rename(residual.name()),
                residual.input(),
                leadingTo(residualOfAddition.getOrDefault(output, output), kept));
    }

    /** Drops the layers of the shortcuts themselves, which nobody reads any more. */
    private static List<Node> leadingTo(String output, Deque<Node> nodes) {
        Set<String> read = new HashSet<>(Set.of(output));
        Deque<Node> live = new ArrayDeque<>();
        nodes.descendingIterator().forEachRemaining(node -> {
            if (read.contains(node.name())) {
                read.addAll(node.inputs());
                live.addFirst(node);
            }
        });
        return List.copyOf(live);
    }
}
