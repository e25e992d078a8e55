package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void a_p_value_that_is_too_small_to_print_is_said_to_be_below_what_could_be() {
        assertThat(Numbers.pValue(0.01234)).isEqualTo("p = 0.0123");
        assertThat(Numbers.pValue(0.00009)).isEqualTo("p < 0.0001");
    }

    @Test
    void writes_whole_numbers_in_full_and_others_short() {
        assertThat(Numbers.value(19_421_274)).isEqualTo("19,421,274");
        assertThat(Numbers.value(4.08923)).isEqualTo("4.089");
        assertThat(Numbers.value(0.00001234)).isEqualTo("0.00001234");
    }

    @Test
    void writes_small_probabilities_as_a_bound() {
        assertThat(Numbers.probability(0.00002)).isEqualTo("< 0.0001");
        assertThat(Numbers.probability(0.0312)).isEqualTo("0.0312");
    }

    @Test
    void writes_shares_in_percent_with_at_most_one_decimal() {
        assertThat(Numbers.percent(0.9)).isEqualTo("90 %");
        assertThat(Numbers.percent(0.998)).isEqualTo("99.8 %");
        assertThat(Numbers.percent(0)).isEqualTo("0 %");
    }

    @Test
    void writes_running_errors_in_tenths() {
        assertThat(Numbers.tenths(55.21)).isEqualTo("55.2");
        assertThat(Numbers.tenths(Double.NaN)).isEqualTo("not a number");
    }

    @Test
    void writes_labels_of_bars_in_at_most_three_digits() {
        assertThat(Numbers.compact(269_722)).isEqualTo("270 k");
        assertThat(Numbers.compact(1_727_962)).isEqualTo("1.73 M");
        assertThat(Numbers.compact(0)).isEqualTo("0");
        assertThat(Numbers.compact(75)).isEqualTo("75");
    }

    @Test
    void writes_durations_in_the_two_largest_units() {
        assertThat(Numbers.duration(4.25)).isEqualTo("4.3 s");
        assertThat(Numbers.duration(59.6)).isEqualTo("1 min 0 s");
        assertThat(Numbers.duration(3_725)).isEqualTo("1 h 2 min");
    }
}
