package org.resnetclaims.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WithoutNormalisationTest {

    private static final Shape IMAGE = new Shape(3, 32, 32);

    @ParameterizedTest
    @EnumSource
    void normalisations_are_left_out_and_all_else_stays(Shortcut option) {
        Network normalised = CifarNetworks.residual(20, option).build(IMAGE, 16, 10);
        Network bare = CifarNetworks.residual(20, option).withoutNormalisation().build(IMAGE, 16, 10);

        assertThat(bare.name()).endsWith(" without normalisation");
        assertThat(bare.nodes()).noneMatch(node -> node.layer() instanceof Layer.BatchNormalization);
        assertThat(layers(bare))
                .isEqualTo(layers(normalised).stream()
                        .filter(layer -> !(layer instanceof Layer.BatchNormalization))
                        .toList());
        assertThat(bare.cost().depth()).isEqualTo(normalised.cost().depth());
        assertThat(bare.cost().multiplyAdds()).isEqualTo(normalised.cost().multiplyAdds());
        assertThat(bare.cost().weights()).isEqualTo(normalised.cost().weights());
        assertThat(bare.cost().parameters()).isEqualTo(bare.cost().weights() + 10);
    }

    private static List<Layer> layers(Network network) {
        return network.nodes().stream().map(Node::layer).toList();
    }
}
