package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Quantity;

class QuantityAssertTest {

    @Test
    void should_pass_if_rounding_or_truncating_gives_the_number() {
        assertThat(printed("3.8", 3.86)).agreesWithPaper();
        assertThat(printed("3.8", 3.75)).agreesWithPaper();
        assertThat(derived("69632", 69632)).agreesWithDescription();
    }

    @Test
    void should_fail_otherwise_with_the_numbers() {
        assertThatThrownBy(
                        () -> assertThat(printed("19.6", 19.508)).as("VGG-19").agreesWithPaper())
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "[VGG-19] weights is 19.508 weights, but Fig. 5 prints 19.6: neither rounded nor truncated is it that");
    }

    @Test
    void should_not_say_that_the_paper_prints_a_derived_number() {
        assertThatThrownBy(() -> assertThat(derived("69632", 69633)).agreesWithDescription())
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "weights is 69633 weights, but 69632 was derived from the description in Fig. 5: neither rounded nor truncated is it that");
    }

    @Test
    void should_refuse_to_take_one_origin_for_the_other() {
        assertThatThrownBy(() -> assertThat(derived("69632", 69632)).agreesWithPaper())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights is derived: assert that it agrees with the description");
        assertThatThrownBy(() -> assertThat(printed("3.8", 3.8)).agreesWithDescription())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights is printed: assert that it agrees with the paper");
    }

    private static Quantity printed(String digits, double measured) {
        return new Quantity("weights", "weights", "Fig. 5", Origin.PRINTED, digits, measured);
    }

    private static Quantity derived(String digits, double measured) {
        return new Quantity("weights", "weights", "Fig. 5", Origin.DERIVED, digits, measured);
    }
}
