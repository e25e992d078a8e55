package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.resnetclaims.evidence.Quantity;

class QuantityAssertTest {

    @Test
    void should_pass_if_within_one_unit_of_the_last_digit() {
        assertThat(quantity(3.8, 3.86)).agreesWithPaper();
        assertThat(quantity(3.8, 3.71)).agreesWithPaper();
        assertThat(quantity(69632, 69632)).agreesWithPaper();
        assertThat(quantity(18, 18.6)).agreesWithPaper();
    }

    @Test
    void should_fail_if_beyond_with_the_numbers() {
        assertThatThrownBy(() -> assertThat(quantity(69632, 69633)).as("bottleneck").agreesWithPaper())
                .isInstanceOf(AssertionError.class)
                .hasMessage("[bottleneck] weights is 69633 weights, but Fig. 5 prints 69632: that is not within 1");
    }

    @Test
    void refuses_a_number_that_the_paper_does_not_have() {
        assertThatThrownBy(() -> PaperNumbers.named("table99.nothing"))
                .hasMessage("There is no number \"table99.nothing\" in paper-numbers.json: add it there");
    }

    private static Quantity quantity(double paper, double measured) {
        return new Quantity("weights", "weights", "Fig. 5", paper, measured);
    }
}
