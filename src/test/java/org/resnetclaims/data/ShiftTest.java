package org.resnetclaims.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.resnetclaims.network.Shape;

class ShiftTest {

    /** Two channels of two rows and three columns. */
    private static final Shape SHAPE = new Shape(2, 2, 3);

    private static final float[] IMAGE = {1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6};

    @Test
    void no_shift_changes_nothing() {
        assertThat(apply(new Shift(0, 0, false))).containsExactly(IMAGE);
    }

    @Test
    void what_comes_in_from_the_padding_is_zero() {
        assertThat(apply(new Shift(1, 0, false))).containsExactly(4, 5, 6, 0, 0, 0, -4, -5, -6, 0, 0, 0);
        assertThat(apply(new Shift(0, -1, false))).containsExactly(0, 1, 2, 0, 4, 5, 0, -1, -2, 0, -4, -5);
        assertThat(apply(new Shift(-1, 2, false))).containsExactly(0, 0, 0, 3, 0, 0, 0, 0, 0, -3, 0, 0);
    }

    @Test
    void a_mirror_image_mirrors_each_row() {
        assertThat(apply(new Shift(0, 0, true))).containsExactly(3, 2, 1, 6, 5, 4, -3, -2, -1, -6, -5, -4);
    }

    @Test
    void an_image_is_cropped_before_it_is_mirrored() {
        assertThat(apply(new Shift(0, 1, true))).containsExactly(0, 3, 2, 0, 6, 5, 0, -3, -2, 0, -6, -5);
    }

    @Test
    void a_crop_that_misses_the_image_is_all_zeros() {
        assertThat(apply(new Shift(0, 4, false))).containsOnly(0);
        assertThat(apply(new Shift(-3, 0, true))).containsOnly(0);
    }

    private static float[] apply(Shift shift) {
        float[] into = new float[14];
        shift.apply(SHAPE, IMAGE, into, 1);
        assertThat(into[0] + into[13]).isZero();
        return Arrays.copyOfRange(into, 1, 13);
    }
}
