package org.resnetclaims.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SetupTest {

    @Test
    void numbers_are_comparable_where_recipe_data_and_width_are_those_of_the_paper() {
        assertThat(new Setup("paper", "cifar-10", 16, 16).mismatch("cifar-10")).isEmpty();
    }

    @Test
    void each_thing_that_is_not_alike_is_named() {
        assertThat(new Setup("quick", "fashion-mnist", 8, 16).mismatch("cifar-10"))
                .contains(
                        "the recipe is that of scale quick, the data are fashion-mnist instead of cifar-10, the first stage has 8 filters instead of 16");
        assertThat(new Setup("paper", "cifar-10", 16, 16).mismatch(null))
                .contains("the data are cifar-10 instead of those of the paper");
    }

    @Test
    void a_number_that_is_not_comparable_has_no_deviation() {
        Quantity comparable = new Quantity("error", "%", "Table 6", Origin.PRINTED, "8", 9, null);
        Quantity other = new Quantity("error", "%", "Table 6", Origin.PRINTED, "8", 9, "the recipe is another");

        assertThat(comparable.deviationPercent()).isEqualTo(12.5);
        assertThat(other.deviationPercent()).isNull();
    }
}
