package org.resnetclaims.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WithoutNormalisationTest {

    private static final Shape IMAGE = new Shape(3, 32, 32);

    @ParameterizedTest
    @EnumSource
    void a_bias_takes_the_place_of_each_normalisation_and_all_else_stays(Shortcut option) {
        Network normalised = CifarNetworks.residual(20, option).build(IMAGE, 16, 10);
        Network bare = CifarNetworks.residual(20, option).withoutNormalisation().build(IMAGE, 16, 10);

        assertThat(bare.name()).endsWith(" without normalisation");
        assertThat(bare.nodes()).noneMatch(node -> node.layer() instanceof Layer.BatchNormalization);
        assertThat(bare.nodes())
                .filteredOn(node -> node.layer() instanceof Layer.Convolution)
                .allMatch(node -> ((Layer.Convolution) node.layer()).bias());
        assertThat(bare.cost().depth()).isEqualTo(normalised.cost().depth());
        assertThat(bare.cost().multiplyAdds()).isEqualTo(normalised.cost().multiplyAdds());
        assertThat(bare.cost().weights()).isEqualTo(normalised.cost().weights());
        long channels = (normalised.cost().parameters() - normalised.cost().weights() - 10) / 2;
        assertThat(bare.cost().parameters()).isEqualTo(bare.cost().weights() + channels + 10);
    }
}
