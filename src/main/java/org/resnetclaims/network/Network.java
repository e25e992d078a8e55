package org.resnetclaims.network;

import java.util.List;

/**
 * What a network is: nodes in an order in which each comes after its inputs. The last node yields one logit per class;
 * softmax and cross-entropy belong to the training.
 *
 * @param name  as the paper calls it, such as {@code plain-56} or {@code ResNet-34}
 * @param input the shape of one input image
 */
public record Network(String name, Shape input, List<Node> nodes) {

    /** The name by which nodes refer to the image. */
    public static final String INPUT = "input";

    public Network {
        nodes = List.copyOf(nodes);
    }
}
