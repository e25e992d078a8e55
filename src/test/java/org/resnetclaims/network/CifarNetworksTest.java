package org.resnetclaims.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CifarNetworksTest {

    private static final Shape IMAGE = new Shape(3, 32, 32);

    @ParameterizedTest
    @CsvSource({
        "20, 269722, 40551040",
        "32, 464154, 68862592",
        "44, 658586, 97174144",
        "56, 853018, 125485696",
        "110, 1727962, 252887680",
        "1202, 19421274, 2829238912"
    })
    void they_cost_what_table_6_says(int depth, long parameters, long multiplyAdds) {
        Cost plain = CifarNetworks.plain(depth).build(IMAGE, 16, 10).cost();
        Cost residual = CifarNetworks.residual(depth).build(IMAGE, 16, 10).cost();

        assertThat(residual.parameters()).isEqualTo(parameters);
        assertThat(residual.multiplyAdds()).isEqualTo(multiplyAdds);
        assertThat(residual.depth()).isEqualTo(depth);
        assertThat(plain).as("identity shortcuts are free").isEqualTo(residual);
    }

    @Test
    void they_are_named_as_in_the_paper() {
        assertThat(CifarNetworks.plain(20).name()).isEqualTo("plain-20");
        assertThat(CifarNetworks.residual(56).name()).isEqualTo("ResNet-56");
        assertThat(CifarNetworks.residual(56, Shortcut.A).name()).isEqualTo("ResNet-56");
        assertThat(CifarNetworks.residual(56, Shortcut.B).name()).isEqualTo("ResNet-56 (option B)");
        assertThat(CifarNetworks.residual(56).build(IMAGE, 16, 10).name()).isEqualTo("ResNet-56");
        assertThat(CifarNetworks.residual(56).paperWidth()).isEqualTo(16);
    }

    @Test
    void they_have_three_stages_of_halved_maps_and_doubled_widths() {
        assertThat(CifarNetworks.residual(20).build(IMAGE, 16, 10).shapes())
                .containsEntry(Network.INPUT, IMAGE)
                .containsEntry("stem.relu", new Shape(16, 32, 32))
                .containsEntry("stage1.block3.relu2", new Shape(16, 32, 32))
                .containsEntry("stage2.block1.shortcut", new Shape(32, 16, 16))
                .containsEntry("stage3.block3.relu2", new Shape(64, 8, 8))
                .containsEntry("pool", new Shape(64, 1, 1))
                .containsEntry("classifier", new Shape(10, 1, 1));
    }

    @Test
    void they_take_any_size_of_image_and_any_width() {
        assertThat(CifarNetworks.plain(8).build(new Shape(1, 14, 14), 5, 7).shapes())
                .containsEntry("stage2.block1.conv1", new Shape(10, 7, 7))
                .containsEntry("stage3.block1.conv1", new Shape(20, 4, 4))
                .containsEntry("classifier", new Shape(7, 1, 1));
        assertThat(CifarNetworks.residual(8).build(new Shape(1, 1, 3), 1, 2).shapes())
                .containsEntry("stage3.block1.relu2", new Shape(4, 1, 1));
    }

    @Test
    void they_normalise_after_each_convolution_and_activate_after_the_addition() {
        Network network = CifarNetworks.residual(8).build(IMAGE, 16, 10);

        assertThat(network.nodes())
                .extracting(Node::name)
                .startsWith(
                        "stem.conv",
                        "stem.bn",
                        "stem.relu",
                        "stage1.block1.conv1",
                        "stage1.block1.bn1",
                        "stage1.block1.relu1",
                        "stage1.block1.conv2",
                        "stage1.block1.bn2",
                        "stage1.block1.add",
                        "stage1.block1.relu2");
        assertThat(network.nodes())
                .contains(
                        new Node("stage1.block1.add", new Layer.Addition(), List.of("stage1.block1.bn2", "stem.relu")));
    }

    @Test
    void blocks_of_single_layers_are_as_deep_and_cost_as_much_as_those_of_two() {
        Network network = CifarNetworks.residualOfSingleLayers(20).build(IMAGE, 16, 10);

        assertThat(network.name()).isEqualTo("ResNet-20 (single layers)");
        assertThat(network.cost())
                .isEqualTo(CifarNetworks.plain(20).build(IMAGE, 16, 10).cost());
        assertThat(additions(network)).isEqualTo(18);
        assertThat(network.nodes())
                .contains(
                        new Node("stage1.block1.add", new Layer.Addition(), List.of("stage1.block1.bn1", "stem.relu")),
                        new Node("stage1.block1.relu1", new Layer.Relu(), List.of("stage1.block1.add")));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 20, 56})
    void bottlenecks_have_three_layers_a_block_and_cost_the_same_with_shortcuts_and_without(int depth) {
        Network plain = CifarNetworks.plainOfBottlenecks(depth).build(IMAGE, 16, 10);
        Network residual = CifarNetworks.residualOfBottlenecks(depth).build(IMAGE, 16, 10);

        assertThat(plain.name()).isEqualTo("plain-%d (bottlenecks)".formatted(depth));
        assertThat(residual.name()).isEqualTo("ResNet-%d (bottlenecks)".formatted(depth));
        assertThat(residual.cost().depth()).isEqualTo(depth);
        assertThat(residual.cost()).isEqualTo(plain.cost());
        assertThat(additions(residual)).isEqualTo((depth - 2) / 3);
        assertThat(residual.withoutShortcuts().nodes()).isEqualTo(plain.nodes());
        assertThat(residual.shapes())
                .containsEntry("stage1.block1.shortcut", new Shape(64, 32, 32))
                .containsEntry("pool", new Shape(256, 1, 1));
    }

    /** As arXiv 1603.05027 describes it in Section 4.1, the first and the last block included. */
    @Test
    void pre_activation_leaves_nothing_but_additions_on_the_way_through_the_shortcuts() {
        Network network = CifarNetworks.preActivation(14).build(IMAGE, 16, 10);

        assertThat(network.name()).isEqualTo("ResNet-14 (pre-activation)");
        assertThat(network.cost())
                .isEqualTo(CifarNetworks.residual(14).build(IMAGE, 16, 10).cost());
        assertThat(network.nodes())
                .contains(
                        new Node(
                                "stage1.block1.add", new Layer.Addition(), List.of("stage1.block1.conv2", "stem.relu")),
                        new Node("stage1.block1.bn2", new Layer.BatchNormalization(), List.of("stage1.block1.add")),
                        new Node("stage1.block1.relu2", new Layer.Relu(), List.of("stage1.block1.bn2")),
                        new Node(
                                "stage1.block2.conv1",
                                new Layer.Convolution(16, 3, 1, false),
                                List.of("stage1.block1.relu2")),
                        new Node(
                                "stage1.block2.add",
                                new Layer.Addition(),
                                List.of("stage1.block2.conv2", "stage1.block1.add")),
                        new Node(
                                "stage2.block1.shortcut",
                                new Layer.ZeroPaddedShortcut(32, 2),
                                List.of("stage1.block2.add")),
                        new Node("pool", new Layer.GlobalAveragePooling(), List.of("stage3.block2.relu2")));
    }

    private static long additions(Network network) {
        return network.nodes().stream()
                .filter(node -> node.layer() instanceof Layer.Addition)
                .count();
    }

    @Test
    void bottlenecks_have_depths_of_their_own() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CifarNetworks.plainOfBottlenecks(32))
                .withMessage(
                        "A CIFAR network of bottlenecks has depth 9n+2, but 32 was asked for; the nearest are 29 and 38");
    }

    @ParameterizedTest
    @CsvSource({"21, 20 and 26", "25, 20 and 26", "19, 14 and 20"})
    void a_depth_between_two_is_refused(int depth, String nearest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CifarNetworks.plain(depth))
                .withMessage(
                        "A CIFAR network has depth 6n+2, but %d was asked for; the nearest are %s", depth, nearest);
    }

    @ParameterizedTest
    @ValueSource(ints = {-4, 0, 2, 7})
    void a_depth_too_small_is_refused(int depth) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CifarNetworks.residual(depth))
                .withMessage("A CIFAR network has depth 6n+2, but %d was asked for; the smallest is 8", depth);
    }

    @Test
    void a_width_of_zero_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CifarNetworks.plain(20).build(IMAGE, 0, 10))
                .withMessage("The number of filters of a layer must be at least 1, but is 0");
    }
}
