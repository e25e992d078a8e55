package org.resnetclaims.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WithoutShortcutsTest {

    private static final Shape IMAGE = new Shape(3, 32, 32);

    @ParameterizedTest
    @EnumSource
    void a_residual_network_becomes_its_plain_counterpart(Shortcut shortcut) {
        assertThat(nodes(CifarNetworks.residual(20, shortcut).withoutShortcuts()))
                .isEqualTo(nodes(CifarNetworks.plain(20)));
        assertThat(nodes(ImageNetNetworks.residual(34, shortcut).withoutShortcuts()))
                .isEqualTo(nodes(ImageNetNetworks.plain(34)));
        assertThat(nodes(ImageNetNetworks.residual(50, shortcut).withoutShortcuts()))
                .isEqualTo(nodes(ImageNetNetworks.plain(50)));
    }

    @Test
    void a_plain_network_stays_as_it_is() {
        assertThat(nodes(CifarNetworks.plain(20).withoutShortcuts())).isEqualTo(nodes(CifarNetworks.plain(20)));
    }

    @Test
    void the_name_tells_what_is_missing() {
        Architecture cut = CifarNetworks.residual(20).withoutShortcuts();

        assertThat(cut.name()).isEqualTo("ResNet-20 without shortcuts");
        assertThat(cut.build(IMAGE, 16, 10).name()).isEqualTo(cut.name());
        assertThat(cut.paperWidth()).isEqualTo(16);
    }

    @Test
    void an_addition_may_come_last() {
        Network residual = new Network(
                "test",
                IMAGE,
                List.of(
                        new Node("bn", new Layer.BatchNormalization(), List.of(Network.INPUT)),
                        new Node("add", new Layer.Addition(), List.of("bn", Network.INPUT))));

        assertThat(residual.withoutShortcuts().nodes())
                .containsExactly(residual.nodes().get(0));
    }

    private static List<Node> nodes(Architecture architecture) {
        return architecture.build(IMAGE, 4, 10).nodes();
    }
}
