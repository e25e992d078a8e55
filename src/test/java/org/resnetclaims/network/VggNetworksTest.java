package org.resnetclaims.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VggNetworksTest {

    private static final Shape IMAGE = new Shape(3, 224, 224);

    @ParameterizedTest
    @CsvSource({"16, 138357544, 15470264320", "19, 143667240, 19632062464"})
    void they_cost_as_much_as_their_public_counterparts(int depth, long parameters, long multiplyAdds) {
        Cost cost = VggNetworks.vgg(depth).build(IMAGE, 64, 1000).cost();

        assertThat(cost.parameters()).isEqualTo(parameters);
        assertThat(cost.multiplyAdds()).isEqualTo(multiplyAdds);
        assertThat(cost.depth()).isEqualTo(depth);
    }

    /** The 19.6 of VGG-19 covers all layers, the 15.3 of VGG-16 only the convolutions. */
    @Test
    void they_cost_what_section_4_1_says() {
        long fullyConnected = 512L * 7 * 7 * 4096 + 4096L * 4096 + 4096L * 1000;
        long vgg16 = VggNetworks.vgg(16).build(IMAGE, 64, 1000).cost().multiplyAdds();
        long vgg19 = VggNetworks.vgg(19).build(IMAGE, 64, 1000).cost().multiplyAdds();

        assertThat((vgg16 - fullyConnected) / 1e9).isEqualTo(15.3, within(0.05));
        assertThat(vgg19 / 1e9).isEqualTo(19.6, within(0.05));
    }

    @Test
    void every_layer_scales_with_the_width() {
        assertThat(VggNetworks.vgg(16).build(new Shape(1, 32, 32), 8, 10).shapes())
                .containsEntry("stage1.relu2", new Shape(8, 32, 32))
                .containsEntry("stage5.pool", new Shape(64, 1, 1))
                .containsEntry("hidden2.relu", new Shape(512, 1, 1))
                .containsEntry("classifier", new Shape(10, 1, 1));
    }

    @Test
    void an_image_that_five_poolings_would_consume_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VggNetworks.vgg(16).build(new Shape(1, 28, 28), 8, 10))
                .withMessage("Network 'VGG-16' cannot take images of 1x28x28: "
                        + "at node 'stage5.pool', a window of 2x2 pixels does not fit a map of 1x1");
    }

    @Test
    void another_depth_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VggNetworks.vgg(17))
                .withMessage("A VGG network has depth 16 or 19, but 17 was asked for");
    }
}
