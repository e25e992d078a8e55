package org.resnetclaims.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** The figures of Fig. 5. */
class ResidualBlocksTest {

    private static final Shape NARROW = new Shape(64, 56, 56);
    private static final Shape WIDE = new Shape(256, 56, 56);

    @Test
    void a_bottleneck_costs_about_as_much_as_a_basic_block_of_a_quarter_of_its_channels() {
        assertThat(ResidualBlocks.basic(NARROW, Shortcut.A).cost().weights()).isEqualTo(73_728);
        assertThat(ResidualBlocks.bottleneck(WIDE, Shortcut.A).cost().weights()).isEqualTo(69_632);
        assertThat(ResidualBlocks.basic(WIDE, Shortcut.A).cost().weights()).isEqualTo(1_179_648);
    }

    @Test
    void a_projection_about_doubles_the_bottleneck() {
        Cost identity = ResidualBlocks.bottleneck(WIDE, Shortcut.B).cost();
        Cost projection = ResidualBlocks.bottleneck(WIDE, Shortcut.C).cost();

        assertThat(projection.weights() - identity.weights()).isEqualTo(65_536);
        assertThat(projection.multiplyAdds() - identity.multiplyAdds()).isEqualTo(65_536 * 56 * 56);
    }

    @Test
    void blocks_keep_the_shape_and_count_their_layers() {
        Network basic = ResidualBlocks.basic(NARROW, Shortcut.A);
        Network bottleneck = ResidualBlocks.bottleneck(WIDE, Shortcut.A);

        assertThat(basic.shapes()).containsEntry("block.relu2", NARROW);
        assertThat(bottleneck.shapes()).containsEntry("block.relu1", NARROW).containsEntry("block.relu3", WIDE);
        assertThat(basic.cost().depth()).isEqualTo(2);
        assertThat(bottleneck.cost().depth()).isEqualTo(3);
    }

    @Test
    void channels_that_do_not_divide_by_four_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidualBlocks.bottleneck(new Shape(6, 8, 8), Shortcut.A))
                .withMessage("A bottleneck block needs a multiple of 4 channels, but 6 were given");
    }
}
