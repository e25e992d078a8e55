package org.resnetclaims.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SkipInitTest {

    private static final Network BARE = build(CifarNetworks.residual(14).withoutNormalisation());
    private static final Network SKIP_INIT =
            build(CifarNetworks.residual(14).withoutNormalisation().withSkipInit());

    @Test
    void the_branch_of_each_block_ends_with_a_multiplier_that_its_addition_reads_first() {
        assertThat(SKIP_INIT.name()).isEqualTo("ResNet-14 without normalisation with SkipInit");
        assertThat(SKIP_INIT.nodes())
                .filteredOn(node -> node.layer() instanceof Layer.ScalarMultiplier)
                .hasSize(6)
                .contains(new Node(
                        "stage2.block1.add.multiplier", new Layer.ScalarMultiplier(), List.of("stage2.block1.conv2")));
        assertThat(SKIP_INIT.nodes())
                .contains(new Node(
                        "stage2.block1.add",
                        new Layer.Addition(),
                        List.of("stage2.block1.add.multiplier", "stage2.block1.shortcut")));
    }

    @Test
    void each_multiplier_is_one_parameter_and_costs_nothing_else() {
        assertThat(SKIP_INIT.parameters())
                .containsAll(BARE.parameters())
                .hasSize(BARE.parameters().size() + 6)
                .contains(new Parameter("stage2.block1.add.multiplier", Parameter.Role.SCALAR, List.of(1)))
                .extracting(Parameter::name)
                .contains("stage2.block1.add.multiplier.scalar");
        Cost bare = BARE.cost();
        assertThat(SKIP_INIT.cost())
                .isEqualTo(new Cost(bare.weights(), bare.parameters() + 6, bare.multiplyAdds(), bare.depth()));
    }

    @Test
    void normalisations_and_shortcuts_can_be_left_out_before_or_after() {
        assertThat(build(CifarNetworks.residual(14).withSkipInit().withoutNormalisation())
                        .nodes())
                .isEqualTo(SKIP_INIT.nodes());
        assertThat(SKIP_INIT.withoutShortcuts().nodes())
                .filteredOn(node -> node.layer() instanceof Layer.ScalarMultiplier)
                .hasSize(6);
    }

    private static Network build(Architecture architecture) {
        return architecture.build(new Shape(3, 16, 16), 4, 10);
    }
}
