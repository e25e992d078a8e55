package org.resnetclaims.examinations;

import java.util.List;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;

/** Where the convolutions of a network are looked at. */
final class ConvolutionalLayers {

    private ConvolutionalLayers() {}

    /**
     * The last linear step of each convolutional layer, in the order of the network: its batch normalisation, or the
     * convolution where there is none.
     */
    static List<String> outputs(Network network) {
        return network.nodes().stream()
                .filter(node -> node.layer() instanceof Layer.Convolution)
                .map(convolution -> normalisation(network, convolution))
                .toList();
    }

    private static String normalisation(Network network, Node convolution) {
        return network.nodes().stream()
                .filter(node -> node.layer() instanceof Layer.BatchNormalization)
                .filter(node -> node.inputs().contains(convolution.name()))
                .map(Node::name)
                .findFirst()
                .orElse(convolution.name());
    }
}
