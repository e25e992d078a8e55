package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeedsTest {

    @Test
    void claims_are_judged_on_none_of_the_seeds_that_recipes_are_chosen_on() {
        assertThat(Seeds.values()).allSatisfy(range -> assertThat(range.seed(0)).isGreaterThan(999));
    }

    @Test
    void the_ranges_do_not_meet() {
        assertThat(Seeds.JUDGED.seed(999)).isLessThan(Seeds.OTHER.seed(0));
        assertThatThrownBy(() -> Seeds.JUDGED.seed(1_000))
                .hasMessage("An arm has at most 1000 seeds, so none is number 1000");
    }
}
