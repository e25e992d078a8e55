package org.resnetclaims.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ToleranceTest {

    private static final Tolerance TOLERANCE = new Tolerance(0.01, 0.5);

    @Test
    void a_distance_is_measured_by_what_is_allowed_at_its_place() {
        // 100 may be off by 0.5 and by a hundredth of itself, 0 by 0.5 alone.
        assertThat(exhausted(new float[] {101.5f, 0}, 100, 0)).isEqualTo(1);
        assertThat(exhausted(new float[] {100, 0.75f}, 100, 0)).isEqualTo(1.5);
        assertThat(exhausted(new float[] {100, 0}, 100, 0)).isZero();
        assertThat(TOLERANCE.times(2).exhaustedBy(new float[] {101.5f}, new float[] {100}))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void what_is_no_number_is_near_to_nothing() {
        assertThat(exhausted(new float[] {Float.NaN}, 1)).isInfinite();
        assertThat(exhausted(new float[] {1}, Float.NaN)).isInfinite();
        assertThat(exhausted(new float[] {Float.POSITIVE_INFINITY}, Float.POSITIVE_INFINITY))
                .isInfinite();
    }

    @Test
    void more_numbers_are_near_to_no_fewer() {
        assertThat(exhausted(new float[] {1}, 1, 1)).isInfinite();
    }

    private static double exhausted(float[] actual, float... expected) {
        return TOLERANCE.exhaustedBy(actual, expected);
    }
}
