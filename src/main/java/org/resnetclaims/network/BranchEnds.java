package org.resnetclaims.network;

import java.util.ArrayList;
import java.util.List;

/** Puts layers at the ends of the branches of residual blocks. */
final class BranchEnds {

    private BranchEnds() {}

    /** Which layer ends the branch of a block. */
    interface End {

        /** @param block from 1 to {@code blocks}, in the order of the network */
        Layer of(int block, int blocks);
    }

    /** @param suffix of the names of the layers, after those of the additions that read them */
    static Network append(String name, Network residual, String suffix, End end) {
        int blocks = Math.toIntExact(residual.nodes().stream()
                .filter(node -> node.layer() instanceof Layer.Addition)
                .count());
        int block = 0;
        List<Node> nodes = new ArrayList<>();
        for (Node node : residual.nodes()) {
            if (node.layer() instanceof Layer.Addition) {
                block++;
                Node last = new Node(
                        node.name() + "." + suffix,
                        end.of(block, blocks),
                        node.inputs().subList(0, 1));
                nodes.add(last);
                nodes.add(new Node(
                        node.name(),
                        node.layer(),
                        List.of(last.name(), node.inputs().get(1))));
            } else {
                nodes.add(node);
            }
        }
        return new Network(name, residual.input(), nodes);
    }
}
