package org.resnetclaims.claims.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeedsTest {

    @Test
    void claims_are_judged_on_none_of_the_seeds_that_recipes_are_chosen_on() {
        assertThat(new Seeds(0).seed(0)).isEqualTo(1_000).isGreaterThan(Seeds.LAST_TUNING_SEED);
    }

    @Test
    void two_draws_have_no_seed_in_common() {
        assertThat(new Seeds(0).seed(999)).isLessThan(new Seeds(1).seed(0));
        assertThat(new Seeds(20_261_120).seed(999)).isLessThan(new Seeds(20_261_121).seed(0));
        assertThatThrownBy(() -> new Seeds(0).seed(1_000))
                .hasMessage("An arm has at most 1000 seeds, so none is number 1000");
    }
}
