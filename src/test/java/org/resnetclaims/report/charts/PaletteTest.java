package org.resnetclaims.report.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.Fixtures;

class PaletteTest {

    private static final ArmRecord PLAIN_20 = arm("plain-20", "a");
    private static final ArmRecord PLAIN_56 = arm("plain-56", "b");
    private static final ArmRecord FASTER = arm("plain-56 (rate times 10)", "b");

    @Test
    void a_network_keeps_its_colour_when_it_is_trained_in_another_way() {
        Palette palette = Palette.of(List.of(List.of(PLAIN_56, PLAIN_20), List.of(FASTER, PLAIN_20)));

        assertThat(palette.colours(List.of(FASTER, PLAIN_20)))
                .isEqualTo(palette.colours(List.of(PLAIN_56, PLAIN_20)))
                .doesNotHaveDuplicates();
    }

    @Test
    void one_network_trained_in_two_ways_has_two_colours_where_both_are_seen() {
        Palette palette = Palette.of(List.of(List.of(PLAIN_56, PLAIN_20), List.of(FASTER, PLAIN_56)));

        assertThat(palette.colours(List.of(FASTER, PLAIN_56))).doesNotHaveDuplicates();
        assertThat(palette.colours(List.of(FASTER, PLAIN_56)).get(1))
                .isEqualTo(palette.colours(List.of(PLAIN_56, PLAIN_20)).get(0));
    }

    private static ArmRecord arm(String name, String network) {
        return ArmRecord.of(name, network, 8, Fixtures.RECIPE, List.of(), List.of());
    }
}
