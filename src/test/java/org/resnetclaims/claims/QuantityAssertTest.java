package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Quantity;

class QuantityAssertTest {

    @Test
    void a_number_agrees_if_rounding_or_truncating_gives_the_printed_one() {
        assertThat(printed("3.8", 3.86)).agreesWithPaper();
        assertThat(printed("3.8", 3.75)).agreesWithPaper();
        assertThat(derived("69632", 69632)).agreesWithDescription();
    }

    @Test
    void a_number_that_does_not_agree_fails_with_both_numbers() {
        assertThatThrownBy(
                        () -> assertThat(printed("19.6", 19.508)).as("VGG-19").agreesWithPaper())
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "[VGG-19] weights is 19.508 weights, but Fig. 5 prints 19.6: neither rounded nor truncated is it that");
    }

    @Test
    void a_derived_number_is_not_called_printed() {
        assertThatThrownBy(() -> assertThat(derived("69632", 69633)).agreesWithDescription())
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "weights is 69633 weights, but 69632 was derived from the description in Fig. 5: neither rounded nor truncated is it that");
    }

    @Test
    void an_assertion_for_numbers_of_another_origin_is_refused() {
        assertThatThrownBy(() -> assertThat(derived("69632", 69632)).agreesWithPaper())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights is derived: assert that it agrees with the description");
        assertThatThrownBy(() -> assertThat(printed("3.8", 3.8)).agreesWithDescription())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights is printed: assert that it agrees with the paper");
    }

    private static Quantity printed(String digits, double measured) {
        return new Quantity("weights", "weights", "Fig. 5", Origin.PRINTED, digits, measured, null);
    }

    private static Quantity derived(String digits, double measured) {
        return new Quantity("weights", "weights", "Fig. 5", Origin.DERIVED, digits, measured, null);
    }
}
