package org.resnetclaims.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.network.VggNetworks;

class GraphFactoryTest {

    private static final Shape CIFAR = new Shape(3, 32, 32);
    private static final Shape IMAGE_NET = new Shape(3, 224, 224);

    static Stream<Network> networks_of_the_paper() {
        Stream<Network> cifar = Stream.of(20, 32, 44, 56, 110)
                .flatMap(depth -> Stream.of(
                        CifarNetworks.plain(depth), CifarNetworks.residual(depth), CifarNetworks.preActivation(depth)))
                .map(architecture -> architecture.build(CIFAR, 16, 10));
        Stream<Network> imageNet = Stream.of(
                        ImageNetNetworks.plain(34),
                        ImageNetNetworks.residual(18),
                        ImageNetNetworks.residual(34),
                        ImageNetNetworks.residual(34, Shortcut.B),
                        ImageNetNetworks.residual(34, Shortcut.C),
                        ImageNetNetworks.residual(50))
                .map(architecture -> architecture.build(IMAGE_NET, 64, 1000));
        // Narrower or on smaller images than the paper's, for theirs take seconds to draw.
        Stream<Network> large = Stream.of(
                ImageNetNetworks.residual(152).build(IMAGE_NET, 16, 1000),
                VggNetworks.vgg(19).build(new Shape(3, 64, 64), 64, 1000));
        return Stream.of(cifar, imageNet, large).flatMap(networks -> networks);
    }

    @ParameterizedTest
    @MethodSource("networks_of_the_paper")
    void a_graph_has_as_many_parameters_as_the_cost_model_counts(Network network) {
        ComputationGraph graph = GraphFactory.create(network, Kernels.ONEDNN, ObservedNodes.NONE);
        assertThat(graph.numParams() - runningStatistics(network))
                .isEqualTo(network.cost().parameters());
        GraphFactory.close(graph);
    }

    /** Deeplearning4j keeps the running mean and variance of each channel among the parameters. */
    private static long runningStatistics(Network network) {
        return network.nodes().stream()
                .filter(node -> node.layer() instanceof Layer.BatchNormalization)
                .mapToLong(node -> 2L * network.shapes().get(node.name()).channels())
                .sum();
    }
}
