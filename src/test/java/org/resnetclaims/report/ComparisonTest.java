package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.CategoryChart;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Quantity;

class ComparisonTest {

    @Test
    void sets_the_papers_numbers_beside_ours() {
        CategoryChart chart = Comparison.draw(
                "Table 1", "10^9 multiply-adds", Fixtures.multiplyAdds().quantities());

        assertThat(chart.getSeries("paper").getYData()).containsExactly(1.8, 3.6, 3.8, 7.6, 11.3, 15.3, 19.6);
        assertThat(chart.getSeries("this suite").getYData()).startsWith(1.814, 3.664);
        assertThat(chart.getStyler().isYAxisLogarithmic()).isFalse();
        assertThat(chart.getStyler().getYAxisMin()).isZero();
    }

    @Test
    void takes_a_logarithm_where_small_numbers_would_vanish() {
        CategoryChart chart =
                Comparison.draw("Table 6", "10^6 parameters", Fixtures.costs().quantities());

        assertThat(chart.getStyler().isYAxisLogarithmic()).isTrue();
        assertThat(chart.getStyler().getYAxisMin()).isEqualTo(0.01);
        assertThat(chart.getStyler().getYAxisMax()).isEqualTo(100);
    }

    @Test
    void leaves_a_gap_where_the_paper_gives_no_number() {
        CategoryChart chart =
                Comparison.draw("Table 6", "10^6 parameters", Fixtures.costs().quantities());

        assertThat(chart.getSeries("paper").getYData()).hasSize(7).endsWith(Double.NaN);
    }

    @Test
    void does_not_call_a_derived_number_the_papers() {
        List<Quantity> counted = List.of(
                new Quantity("ResNet-20", "parameters", "Section 4.2", Origin.DERIVED, "269722", 269_722, null));

        CategoryChart chart = Comparison.draw("Section 4.2", "parameters", counted);

        assertThat(chart.getSeries("paper")).isNull();
        assertThat(chart.getSeries("derived").getYData()).containsExactly(269_722);
        assertThat(chart.getTitle()).isEqualTo("Section 4.2: derived numbers and ours");
        assertThat(Comparison.howToRead(counted))
                .doesNotContain("prints")
                .contains("follows from the paper's description");
    }

    @Test
    void shows_nothing_where_all_numbers_are_zero() {
        assertThat(Comparison.canShow(
                        List.of(new Quantity("parameters added", "parameters", "3.2", Origin.PRINTED, "0", 0, null))))
                .isFalse();
    }
}
