package org.resnetclaims.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private static final Shape IMAGE = new Shape(3, 8, 8);
    private static final Node CONVOLUTION = node("conv", new Layer.Convolution(4, 3, 2, true), Network.INPUT);

    @Test
    void shapes_are_listed_in_the_order_of_the_nodes() {
        assertThat(network(CONVOLUTION, node("relu", new Layer.Relu(), "conv")).shapes())
                .hasToString("{input=3x8x8, conv=4x4x4, relu=4x4x4}");
    }

    @Test
    void a_bias_counts_as_a_parameter_but_not_as_a_weight() {
        assertThat(network(CONVOLUTION).cost()).isEqualTo(new Cost(108, 112, 108 * 16, 1));
    }

    @Test
    void the_longest_path_counts_as_the_depth() {
        Network network = network(
                CONVOLUTION,
                node("conv2", new Layer.Convolution(4, 3, 1, false), "conv"),
                node("conv3", new Layer.Convolution(4, 3, 1, false), "conv2"),
                node("projection", new Layer.Convolution(4, 1, 1, false), "conv"),
                node("add", new Layer.Addition(), "conv3", "projection"));

        assertThat(network.cost().depth()).isEqualTo(3);
    }

    @Test
    void an_input_that_comes_later_or_never_is_refused() {
        assertRefused(
                "Node 'relu' of network 'test' reads 'conv', which no earlier node is named",
                node("relu", new Layer.Relu(), "conv"),
                CONVOLUTION);
    }

    @Test
    void a_name_used_twice_is_refused() {
        assertRefused(
                "Network 'test' uses the name 'conv' twice; names must be unique, and 'input' is the image",
                CONVOLUTION,
                CONVOLUTION);
        assertRefused(
                "Network 'test' uses the name 'input' twice; names must be unique, and 'input' is the image",
                node(Network.INPUT, new Layer.Relu(), Network.INPUT));
    }

    @Test
    void maps_of_different_shapes_cannot_be_added() {
        assertRefused(
                "Node 'add' of network 'test' needs inputs of one shape, but reads [4x4x4, 3x8x8]",
                CONVOLUTION,
                node("add", new Layer.Addition(), "conv", Network.INPUT));
    }

    @Test
    void a_zero_padded_shortcut_cannot_drop_channels() {
        assertRefused(
                "Network 'test' cannot take images of 3x8x8: at node 'shortcut', "
                        + "a zero-padded shortcut only adds channels, but should make 2 of 3",
                node("shortcut", new Layer.ZeroPaddedShortcut(2, 1), Network.INPUT));
    }

    @Test
    void a_network_without_nodes_is_refused() {
        assertRefused("Network 'test' needs at least one node");
    }

    @Test
    void a_wrong_number_of_inputs_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> node("add", new Layer.Addition(), "conv"))
                .withMessage("Node 'add' must read 2 of the maps before it, but reads 1");
    }

    @Test
    void sizes_below_one_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Layer.MaxPooling(2, 0))
                .withMessage("The stride of a layer must be at least 1, but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Layer.FullyConnected(-1))
                .withMessage("The number of units of a layer must be at least 1, but is -1");
    }

    private static void assertRefused(String message, Node... nodes) {
        assertThatIllegalArgumentException().isThrownBy(() -> network(nodes)).withMessage(message);
    }

    private static Network network(Node... nodes) {
        return new Network("test", IMAGE, Arrays.asList(nodes));
    }

    private static Node node(String name, Layer layer, String... inputs) {
        return new Node(name, layer, List.of(inputs));
    }
}
