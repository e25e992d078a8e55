package org.resnetclaims.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The cost of a network for one image, counted as in Tables 1 and 6 and Fig. 5.
 *
 * @param weights numbers in the kernels of convolutions and fully-connected layers, without biases
 * @param parameters all trained numbers: the weights, biases, two per channel for batch normalisation, and one for each
 *     scalar multiplier
 * @param multiplyAdds of convolutions and fully-connected layers, projection shortcuts among them
 * @param depth weighted layers, convolutional or fully-connected, on the longest way from image to output, so that a
 *     projection shortcut beside two or more layers does not count
 */
public record Cost(long weights, long parameters, long multiplyAdds, int depth) {

    static Cost of(Network network) {
        Map<String, Shape> shapes = network.shapes();
        Map<String, Integer> depths = new HashMap<>(Map.of(Network.INPUT, 0));
        long weights = 0;
        long parameters = 0;
        long multiplyAdds = 0;
        int depth = 0;
        for (Node node : network.nodes()) {
            Shape input = Objects.requireNonNull(shapes.get(node.inputs().get(0)));
            Shape output = Objects.requireNonNull(shapes.get(node.name()));
            long weightsHere = node.layer().weights(input);
            weights += weightsHere;
            parameters += node.layer().parameters(input);
            // Every weight is used once per output pixel.
            multiplyAdds += weightsHere * output.height() * output.width();
            depth = node.inputs().stream().mapToInt(depths::get).max().orElseThrow() + (weightsHere > 0 ? 1 : 0);
            depths.put(node.name(), depth);
        }
        return new Cost(weights, parameters, multiplyAdds, depth);
    }
}
