package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resnetclaims.statistics.methods.KnownDeviations;

class KnownDeviationsTest {

    /** Of ResNet-20, 32, 44, 56 and 110 in two public reproductions: 8.27 and 8.29 less 8.75, and so on. */
    static final KnownDeviations TABLE_6 =
            new KnownDeviations(List.of(-0.48, -0.14, -0.27, -0.36, -0.29, -0.46, 0.12, -0.03, -0.03, 0.12));

    /** The squares add up to 0.7788; t of 10 df at 97.5 % is 2.2281. */
    @Test
    void the_margin_is_a_t_times_the_root_mean_square() {
        assertThat(TABLE_6.rootMeanSquare()).isCloseTo(0.27907, within(5e-6));
        assertThat(TABLE_6.margin()).isEqualTo(0.62);
    }

    @Test
    void no_margin_follows_from_nothing() {
        assertThatThrownBy(() -> new KnownDeviations(List.of())).hasMessage("no margin follows from no deviation");
    }
}
