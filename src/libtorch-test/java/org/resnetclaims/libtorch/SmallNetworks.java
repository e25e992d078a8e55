package org.resnetclaims.libtorch;

import java.util.List;
import java.util.stream.Stream;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.network.VggNetworks;

/** Every family of the catalogue, so narrow that a step takes milliseconds. */
final class SmallNetworks {

    static final int CLASSES = 5;

    private static final Shape GREY = new Shape(1, 14, 14);
    private static final Shape COLOUR = new Shape(3, 16, 16);
    /** From 64 pixels on, networks for ImageNet have their stem of 7x7 and max pooling. */
    private static final Shape LARGE = new Shape(3, 64, 64);

    private SmallNetworks() {}

    static Stream<Network> all() {
        return Stream.of(
                CifarNetworks.plain(8).build(GREY, 8, CLASSES),
                CifarNetworks.plain(20).build(COLOUR, 4, CLASSES),
                CifarNetworks.residual(8, Shortcut.A).build(COLOUR, 8, CLASSES),
                CifarNetworks.residual(8, Shortcut.B).build(COLOUR, 8, CLASSES),
                CifarNetworks.residual(8, Shortcut.C).build(COLOUR, 8, CLASSES),
                CifarNetworks.residual(20).build(GREY, 8, CLASSES),
                CifarNetworks.residual(20).withoutShortcuts().build(GREY, 8, CLASSES),
                CifarNetworks.residualOfSingleLayers(14).build(GREY, 8, CLASSES),
                CifarNetworks.plainOfBottlenecks(11).build(COLOUR, 4, CLASSES),
                CifarNetworks.residualOfBottlenecks(20).build(COLOUR, 4, CLASSES),
                CifarNetworks.preActivation(14).build(COLOUR, 8, CLASSES),
                CifarNetworks.residual(8, Shortcut.B).withDropout(0.3).build(COLOUR, 8, CLASSES),
                CifarNetworks.residual(20).withStochasticDepth(0.5).build(GREY, 8, CLASSES),
                CifarNetworks.residual(20).withSkipInit().build(GREY, 8, CLASSES),
                CifarNetworks.residual(8).withoutNormalisation().withSkipInit().build(COLOUR, 8, CLASSES),
                ImageNetNetworks.plain(18).build(LARGE, 4, CLASSES),
                ImageNetNetworks.residual(18).build(LARGE, 4, CLASSES),
                ImageNetNetworks.residual(18, Shortcut.B).build(COLOUR, 4, CLASSES),
                ImageNetNetworks.residual(50).build(LARGE, 4, CLASSES),
                ImageNetNetworks.residual(50, Shortcut.C).build(COLOUR, 4, CLASSES),
                VggNetworks.vgg(16).build(new Shape(3, 32, 32), 4, CLASSES));
    }

    /** What both engines can show: Deeplearning4j has nothing but logits where a network ends. */
    static List<String> visible(Network network) {
        return network.nodes().stream()
                .filter(node -> !(node.layer() instanceof Layer.FullyConnected))
                .map(Node::name)
                .toList();
    }
}
