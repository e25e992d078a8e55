package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.resnetclaims.statistics.Equivalence.Outcome;
import org.resnetclaims.statistics.methods.Interval;
import org.resnetclaims.statistics.methods.Samples;

class EquivalenceTest {

    /** One step of errors on 2,000 images. */
    private static final double STEP = 0.05;

    /**
     * R package TOSTER, vignette "An Introduction to t_TOST", on the sleep data: within half an hour, the upper test
     * has p = 0.012 and the lower one p = 0.89, which decides. R 4, {@code t.test(extra ~ group, data = sleep,
     * conf.level = 0.9)}: -3.0534 to -0.1066.
     */
    @Test
    void agrees_with_toster() {
        Equivalence sleep = Equivalence.of(0.5, Observations.of(Samples.SLEEP_1), Observations.of(Samples.SLEEP_2));
        assertThat(sleep.difference()).isCloseTo(-1.58, within(1e-12));
        assertThat(sleep.pAlike()).isCloseTo(0.89, within(5e-3));
        assertThat(interval(sleep).lower()).isCloseTo(-3.0534, within(5e-5));
        assertThat(interval(sleep).upper()).isCloseTo(-0.1066, within(5e-5));
        assertThat(sleep.outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void the_interval_of_arms_that_are_alike_lies_within_the_margin_and_of_others_it_does_not() {
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 200; i++) {
            Equivalence arms = Equivalence.of(1, observed(normal(random, 6)), observed(normal(random, 9)));
            assertThat(arms.outcome() == Outcome.EQUIVALENT)
                    .isEqualTo(interval(arms).lower() > -1 && interval(arms).upper() < 1);
        }
    }

    @Test
    void arms_apart_by_more_than_the_margin_are_different() {
        Equivalence arms = Equivalence.of(2, observed(25, 26, 25.5), observed(30, 31, 30.5));
        assertThat(arms.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(arms.difference()).isEqualTo(-5);
        assertThat(interval(arms).upper()).isLessThan(-2);
    }

    @Test
    void arms_with_wide_spreads_are_undecided_however_near_their_means() {
        assertThat(Equivalence.of(2, observed(40, 50, 60), observed(40, 50, 60)).outcome())
                .isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void arms_that_end_at_one_and_the_same_error_are_alike_as_far_as_one_image_can_tell() {
        Equivalence arms = Equivalence.of(1, observed(0, 0, 0), observed(0, 0, 0));
        assertThat(arms.outcome()).isEqualTo(Outcome.EQUIVALENT);
        // One image, times t of four degrees of freedom, 2.132, times the root of two thirds.
        assertThat(interval(arms).upper()).isCloseTo(STEP * 2.132 * Math.sqrt(2.0 / 3), within(1e-4));
        assertThat(Equivalence.of(0.05, observed(0, 0, 0), observed(0, 0, 0)).outcome())
                .isEqualTo(Outcome.UNDECIDED);
        assertThat(Equivalence.of(1, observed(0, 0, 0), observed(5, 5, 5)).outcome())
                .isEqualTo(Outcome.DIFFERENT);
    }

    @Test
    void two_runs_an_arm_decide_nothing() {
        Equivalence arms = Equivalence.of(1, observed(25, 25), observed(25, 25, 25));
        assertThat(arms.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(arms.difference()).isZero();
        assertThat(arms.interval()).isNull();
        assertThat(Equivalence.of(1, observed(), observed(25, 25, 25)).difference())
                .isNaN();
    }

    @Test
    void there_is_no_equivalence_without_a_margin() {
        assertThatThrownBy(() -> Equivalence.of(0, observed(1, 2, 3), observed(1, 2, 3)))
                .hasMessageContaining("needs a margin above 0");
    }

    private static Interval interval(Equivalence arms) {
        Interval interval = arms.interval();
        assertThat(interval).isNotNull();
        return interval;
    }

    private static double[] normal(SplittableRandom random, int runs) {
        return DoubleStream.generate(() -> 25 + random.nextGaussian())
                .limit(runs)
                .toArray();
    }

    private static Observations observed(double... errors) {
        return new Observations(errors, STEP, new boolean[errors.length], List.of(), 0);
    }
}
