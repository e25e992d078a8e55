package org.resnetclaims.report.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Quantity;

class DeviationsTest {

    @Test
    void counts_in_units_of_the_last_digit_that_is_printed() {
        XYChart chart = Deviations.draw(Fixtures.multiplyAdds().quantities());

        assertThat(chart.getSeries(Deviations.series(0)).getXData()).containsExactly(new double[] {0.14}, within(1e-9));
        assertThat(chart.getSeries(Deviations.series(2)).getXData()).containsExactly(new double[] {2.89}, within(1e-9));
        assertThat(chart.getSeries(Deviations.series(0)).getYData()).containsExactly(7);
    }

    @Test
    void leaves_out_what_stands_beside_no_number() {
        XYChart chart = Deviations.draw(Fixtures.costs().quantities());

        assertThat(chart.getSeries(Deviations.series(5)).getLabel()).isEqualTo("ResNet-1202");
        assertThat(chart.getSeries(Deviations.series(6))).isNull();
    }

    @Test
    void calls_numbers_by_plain_names() {
        assertThat(QuantityNames.plain("table1.resnet-18.layers")).isEqualTo("resnet-18, layers");
        assertThat(QuantityNames.plain("sec3.2.identity-shortcut.parameters"))
                .isEqualTo("identity-shortcut, parameters");
        assertThat(QuantityNames.plain("ResNet-1202")).isEqualTo("ResNet-1202");
    }

    @Test
    void shows_nothing_where_nothing_is_off() {
        Quantity same = new Quantity("13", "projections", "Section 4.1", Origin.PRINTED, "13", 13, null);

        assertThat(Deviations.canShow(List.of(same))).isFalse();
    }
}
