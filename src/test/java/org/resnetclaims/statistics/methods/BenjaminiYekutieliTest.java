package org.resnetclaims.statistics.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenjaminiYekutieliTest {

    /**
     * As {@code p.adjust(c(0.01, 0.04, 0.03, 0.005), "BY")} of R gives them: 25/3 times p over its rank, made monotone.
     */
    @Test
    void adjusts_as_r_does() {
        assertThat(BenjaminiYekutieli.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.04166667, 0.08333333, 0.08333333, 0.04166667}, within(1e-8));
    }

    @Test
    void adjusts_no_value_beyond_one() {
        assertThat(BenjaminiYekutieli.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
        assertThat(BenjaminiYekutieli.adjust(new double[0])).isEmpty();
    }
}
