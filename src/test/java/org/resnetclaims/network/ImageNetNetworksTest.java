package org.resnetclaims.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNetNetworksTest {

    private static final Shape IMAGE = new Shape(3, 224, 224);

    /** Table 1 prints one decimal and does not always round to the nearest: ResNet-50 has 3.86, printed as 3.8. */
    @ParameterizedTest
    @CsvSource({"18, 1.8", "34, 3.6", "50, 3.8", "101, 7.6", "152, 11.3"})
    void they_cost_what_table_1_says(int depth, double billions) {
        Cost cost = cost(ImageNetNetworks.residual(depth));

        assertThat(cost.multiplyAdds() / 1e9).isEqualTo(billions, within(0.1));
        assertThat(cost.depth()).isEqualTo(depth);
    }

    @ParameterizedTest
    @CsvSource({"18, 1794805760", "34, 3644493824", "50, 3857973248", "101, 7570194432", "152, 11282415616"})
    void they_cost_exactly_so_many_multiply_adds(int depth, long multiplyAdds) {
        assertThat(cost(ImageNetNetworks.residual(depth)).multiplyAdds()).isEqualTo(multiplyAdds);
    }

    /** The figures of the public model collections, which use option B throughout. */
    @ParameterizedTest
    @CsvSource({"18, 11689512", "34, 21797672", "50, 25557032", "101, 44549160", "152, 60192808"})
    void they_have_as_many_parameters_as_their_public_counterparts(int depth, long parameters) {
        assertThat(cost(ImageNetNetworks.residual(depth, Shortcut.B)).parameters())
                .isEqualTo(parameters);
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 34, 50, 101, 152})
    void shortcuts_of_option_a_cost_nothing(int depth) {
        assertThat(cost(ImageNetNetworks.residual(depth, Shortcut.A))).isEqualTo(cost(ImageNetNetworks.plain(depth)));
    }

    @ParameterizedTest
    @EnumSource
    void they_have_the_same_depth_under_every_option(Shortcut shortcut) {
        assertThat(cost(ImageNetNetworks.residual(18, shortcut)).depth()).isEqualTo(18);
        assertThat(cost(ImageNetNetworks.residual(50, shortcut)).depth()).isEqualTo(50);
    }

    @Test
    void they_reach_eight_times_the_depth_of_vgg_19_at_less_than_the_cost_of_vgg_16() {
        Cost deepest = cost(ImageNetNetworks.residual(152));

        assertThat(deepest.depth()).isEqualTo(8 * cost(VggNetworks.vgg(19)).depth());
        assertThat(deepest.multiplyAdds()).isLessThan(cost(VggNetworks.vgg(16)).multiplyAdds());
    }

    /** Section 3.3 says "only 18% of VGG-19". */
    @Test
    void plain_34_costs_a_fraction_of_vgg_19() {
        double plain34 = cost(ImageNetNetworks.plain(34)).multiplyAdds();
        double vgg19 = cost(VggNetworks.vgg(19)).multiplyAdds();

        assertThat(plain34 / vgg19).isEqualTo(0.18, within(0.01));
    }

    /** 16 blocks, of which 3 change dimensions; Table 3. */
    @Test
    void option_c_has_thirteen_more_projections_than_b() {
        assertThat(projections(Shortcut.A)).isZero();
        assertThat(projections(Shortcut.B)).isEqualTo(3);
        assertThat(projections(Shortcut.C)).isEqualTo(16);
    }

    @Test
    void maps_shrink_as_in_table_1() {
        assertThat(ImageNetNetworks.residual(50).build(IMAGE, 64, 1000).shapes())
                .containsEntry("stem.conv", new Shape(64, 112, 112))
                .containsEntry("stem.pool", new Shape(64, 56, 56))
                .containsEntry("stage1.block3.relu3", new Shape(256, 56, 56))
                .containsEntry("stage2.block1.conv1", new Shape(128, 28, 28))
                .containsEntry("stage2.block4.relu3", new Shape(512, 28, 28))
                .containsEntry("stage3.block6.relu3", new Shape(1024, 14, 14))
                .containsEntry("stage4.block3.relu3", new Shape(2048, 7, 7))
                .containsEntry("classifier", new Shape(1000, 1, 1));
    }

    @Test
    void a_small_image_keeps_its_full_map() {
        assertThat(ImageNetNetworks.plain(34).build(new Shape(1, 14, 14), 8, 10).shapes())
                .doesNotContainKey("stem.pool")
                .containsEntry("stem.conv", new Shape(8, 14, 14))
                .containsEntry("stage4.block3.relu2", new Shape(64, 2, 2));
        assertThat(ImageNetNetworks.plain(34).build(new Shape(3, 64, 63), 8, 10).shapes())
                .doesNotContainKey("stem.pool");
        assertThat(ImageNetNetworks.plain(34).build(new Shape(3, 64, 64), 8, 10).shapes())
                .containsEntry("stem.pool", new Shape(8, 16, 16));
    }

    @Test
    void an_option_that_the_paper_does_not_take_for_granted_is_in_the_name() {
        assertThat(ImageNetNetworks.plain(34).name()).isEqualTo("plain-34");
        assertThat(ImageNetNetworks.residual(34).name()).isEqualTo("ResNet-34");
        assertThat(ImageNetNetworks.residual(34, Shortcut.A).name()).isEqualTo("ResNet-34");
        assertThat(ImageNetNetworks.residual(34, Shortcut.B).name()).isEqualTo("ResNet-34 (option B)");
        assertThat(ImageNetNetworks.residual(50, Shortcut.B).name()).isEqualTo("ResNet-50");
        assertThat(ImageNetNetworks.residual(50, Shortcut.C).name()).isEqualTo("ResNet-50 (option C)");
        assertThat(ImageNetNetworks.residual(50).paperWidth()).isEqualTo(64);
    }

    /** Depths that are sometimes ascribed to the paper. */
    @ParameterizedTest
    @ValueSource(ints = {51, 151})
    void a_depth_that_table_1_does_not_have_is_refused(int depth) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageNetNetworks.residual(depth))
                .withMessage("An ImageNet network has depth 18, 34, 50, 101 or 152, but %d was asked for", depth);
    }

    private static long projections(Shortcut shortcut) {
        return ImageNetNetworks.residual(34, shortcut).build(IMAGE, 64, 1000).nodes().stream()
                .filter(node -> node.layer() instanceof Layer.Convolution convolution && convolution.kernel() == 1)
                .count();
    }

    private static Cost cost(Architecture architecture) {
        return architecture.build(IMAGE, architecture.paperWidth(), 1000).cost();
    }
}
