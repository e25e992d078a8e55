package org.resnetclaims.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.resnetclaims.network.Layer.Dropout;

class DropoutArchitecturesTest {

    private static final Architecture RESIDUAL = CifarNetworks.residual(14);

    @Test
    void dropout_stands_before_the_second_convolution_of_each_block() {
        Network network = build(RESIDUAL.withDropout(0.3));

        assertThat(network.name()).isEqualTo("ResNet-14 with dropout of 0.3");
        assertThat(dropouts(network))
                .hasSize(6)
                .containsEntry("stage2.block1.conv2", new Dropout(0.3, Dropout.Grain.VALUE))
                .allSatisfy((reader, layer) -> assertThat(reader).endsWith(".conv2"));
    }

    /** The first block of a bottleneck network is read by its projection as well. */
    @Test
    void dropout_stands_between_all_convolutions_of_a_bottleneck() {
        Network network = ImageNetNetworks.residual(50).withDropout(0.3).build(new Shape(3, 64, 64), 8, 10);

        assertThat(dropouts(network)).hasSize(32).allSatisfy((reader, layer) -> assertThat(reader)
                .matches(".*\\.conv[23]"));
    }

    @Test
    void stochastic_depth_drops_later_branches_more_often() {
        Network network = build(RESIDUAL.withStochasticDepth(0.6));

        assertThat(network.name()).isEqualTo("ResNet-14 with stochastic depth of 0.6");
        assertThat(dropouts(network))
                .hasSize(6)
                .contains(
                        entry("stage1.block1.add", new Dropout(0.6 / 6, Dropout.Grain.IMAGE)),
                        entry("stage3.block2.add", new Dropout(0.6, Dropout.Grain.IMAGE)));
    }

    @Test
    void neither_changes_what_a_network_costs_nor_its_parameters() {
        Network network = build(RESIDUAL);
        for (Architecture dropping : List.of(RESIDUAL.withDropout(0.3), RESIDUAL.withStochasticDepth(0.5))) {
            assertThat(build(dropping).cost()).isEqualTo(network.cost());
            assertThat(build(dropping).parameters()).isEqualTo(network.parameters());
            assertThat(dropping.paperWidth()).isEqualTo(RESIDUAL.paperWidth());
        }
    }

    @Test
    void a_probability_is_at_least_0_and_below_1() {
        for (double probability : List.of(-0.1, 1.0, Double.NaN)) {
            assertThatThrownBy(() -> new Dropout(probability, Dropout.Grain.VALUE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The probability of dropout must be at least 0 and below 1, but is " + probability);
        }
    }

    private static Network build(Architecture architecture) {
        return architecture.build(new Shape(3, 16, 16), 4, 10);
    }

    /** By the node that reads each first. */
    private static Map<String, Layer> dropouts(Network network) {
        Map<String, Layer> dropouts = new LinkedHashMap<>();
        network.nodes().stream()
                .filter(node -> node.layer() instanceof Dropout)
                .forEach(dropout -> network.nodes().stream()
                        .filter(node -> node.inputs().get(0).equals(dropout.name()))
                        .forEach(reader -> dropouts.put(reader.name(), dropout.layer())));
        return dropouts;
    }
}
