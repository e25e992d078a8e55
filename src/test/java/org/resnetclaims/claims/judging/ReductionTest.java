package org.resnetclaims.claims.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.resnetclaims.training.Findings;

class ReductionTest {

    private static final Findings DOUBLING =
            new Findings(List.of("one", "two", "three", "four"), Map.of("norm", List.of(3.0, 6.0, 12.0, 24.0)));

    @Test
    void the_slope_of_numbers_that_double_is_the_logarithm_of_two() {
        assertThat(number(Reduction.slopeOfLog("norm"), DOUBLING)).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void the_slope_is_that_of_the_line_of_least_squares() {
        Findings uneven = new Findings(List.of("a", "b", "c"), Map.of("norm", List.of(1.0, Math.exp(4), Math.exp(2))));

        assertThat(number(Reduction.slopeOfLog("norm"), uneven)).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_single_row_or_a_norm_of_zero_has_no_slope() {
        assertThat(number(Reduction.slopeOfLog("norm"), Findings.of("norm", 2))).isNaN();
        assertThat(number(
                        Reduction.slopeOfLog("norm"),
                        new Findings(List.of("a", "b"), Map.of("norm", List.of(0.0, 1.0)))))
                .isNaN();
    }

    @Test
    void the_smallest_is_of_all_rows_and_a_share_counts_those_where_one_column_is_below_another() {
        Findings branches = new Findings(
                List.of("a", "b", "c", "d"),
                Map.of("branch", List.of(1.0, 2.0, 3.0, 0.5), "shortcut", List.of(2.0, 2.0, 4.0, 1.0)));

        assertThat(number(Reduction.smallest("branch"), branches)).isEqualTo(0.5);
        assertThat(number(Reduction.shareBelow("branch", "shortcut"), branches)).isEqualTo(0.75);
        assertThat(number(Reduction.shareBelow("shortcut", "branch"), branches)).isZero();
    }

    @Test
    void a_mean_is_over_all_rows_and_a_ratio_of_two() {
        assertThat(number(Reduction.mean("norm"), DOUBLING)).isEqualTo(11.25);
        assertThat(number(Reduction.ratio("norm", "four", "one"), DOUBLING)).isEqualTo(8);
        assertThat(number(Reduction.of("norm"), Findings.of("norm", 2))).isEqualTo(2);
    }

    @Test
    void growth_has_a_sign_and_change_has_none() {
        Findings shrinking = new Findings(List.of("a", "b", "c"), Map.of("norm", List.of(1.0, 7.0, 0.01)));

        assertThat(number(Reduction.growth("norm"), shrinking)).isCloseTo(-2, within(1e-12));
        assertThat(number(Reduction.change("norm"), shrinking)).isCloseTo(2, within(1e-12));
        assertThat(number(Reduction.largest("norm"), shrinking)).isEqualTo(7);
    }

    @Test
    void the_exponent_of_numbers_that_fall_as_one_over_their_row_is_minus_one() {
        Findings falling = new Findings(List.of("a", "b", "c", "d"), Map.of("norm", List.of(6.0, 3.0, 2.0, 1.5)));

        assertThat(number(Reduction.exponent("norm"), falling)).isCloseTo(-1, within(1e-12));
    }

    @Test
    void what_is_not_among_the_findings_is_named() {
        assertThatThrownBy(() -> number(Reduction.ratio("norm", "five", "one"), DOUBLING))
                .hasMessage("There is no row \"five\": choose one of [one, two, three, four]");
        assertThatThrownBy(() -> number(Reduction.mean("mean"), DOUBLING))
                .hasMessageContaining("There is no column \"mean\"");
    }

    private static double number(Reduction reduction, Findings findings) {
        return reduction.function().applyAsDouble(findings);
    }
}
