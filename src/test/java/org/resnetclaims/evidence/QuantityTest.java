package org.resnetclaims.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "3.8, 3.858, truncated",
        "3.8, 3.75, rounded half up",
        "3.8, 3.8999, truncated",
        "7.40, 7.4, both",
        "7.40, 7.4049, both",
        "7.40, 7.395, rounded half up",
        "0.27, 0.269722, rounded",
        "69632, 69632, both",
        "18, 18.68, truncated",
        "0, 0, both",
        "0, -0.9, truncated",
        "-1.5, -1.55, truncated",
    })
    void agrees_if_rounded_or_truncated_to_the_printed_digits(String printed, double measured, String how) {
        assertThat(quantity(printed, measured).agrees()).as(how).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "19.6, 19.508, one unit too small either way",
        "15.3, 15.47, too large either way",
        "3.8, 3.9, the next digit",
        "3.8, 3.7499, just below what rounds up",
        "7.40, 7.41, the second decimal counts although it is zero",
        "7.40, 7.39, likewise",
        "69632, 69633, a whole number",
        "69632, 69631.4, a whole number",
        "0, 1, a whole number",
        "3.8, NaN, not finite",
        "3.8, Infinity, not finite",
    })
    void does_not_agree_otherwise(String printed, double measured, String why) {
        assertThat(quantity(printed, measured).agrees()).as(why).isFalse();
    }

    @Test
    void agrees_with_nothing_where_nothing_is_printed() {
        Quantity alone = new Quantity("weights", "weights", "Fig. 5", null, null, 1, null);

        assertThat(alone.agrees()).isFalse();
        assertThat(alone.paper()).isNull();
    }

    @Test
    void gives_the_printed_digits_as_a_number() {
        assertThat(quantity("7.40", 7.4).paper()).isEqualTo(7.4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1e9",
                "1e999999999",
                ".5",
                "5.",
                "+1",
                "NaN",
                " 1",
                "1,000",
                "0x1p3",
                "1234567890123456"
            })
    void refuses_what_is_no_plain_decimal_number(String printed) {
        assertThatThrownBy(() -> quantity(printed, 1)).hasMessage("\"" + printed + "\" is not a decimal number");
    }

    @Test
    void refuses_digits_without_an_origin_and_an_origin_without_digits() {
        assertThatThrownBy(() -> new Quantity("weights", "weights", "Fig. 5", null, "1", 1, null))
                .hasMessage("a number has both digits and an origin, or neither");
        assertThatThrownBy(() -> new Quantity("weights", "weights", "Fig. 5", Origin.PRINTED, null, 1, null))
                .hasMessage("a number has both digits and an origin, or neither");
    }

    private static Quantity quantity(String printed, double measured) {
        return new Quantity("weights", "weights", "Fig. 5", Origin.PRINTED, printed, measured, null);
    }
}
