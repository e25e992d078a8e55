package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resnetclaims.statistics.methods.OneSided;
import org.resnetclaims.statistics.methods.Sample;
import org.resnetclaims.statistics.methods.Samples;
import org.resnetclaims.statistics.methods.Welch;

class WelchTest {

    private final Welch sleep = new Welch(Sample.of(Samples.SLEEP_1), Sample.of(Samples.SLEEP_2));

    /**
     * R 4, {@code t.test(extra ~ group, data = sleep)}: t = -1.8608, p-value = 0.07939, 95 % interval -3.3654832
     * 0.2054832.
     */
    @Test
    void agrees_with_r() {
        assertThat(sleep.difference()).isCloseTo(-1.58, within(1e-12));
        assertThat(sleep.statistic(0)).isCloseTo(-1.8608, within(5e-5));
        assertThat(2 * sleep.pValue(OneSided.below(0))).isCloseTo(0.07939, within(5e-6));
        assertThat(sleep.interval(0.95).lower()).isCloseTo(-3.3654832, within(5e-8));
        assertThat(sleep.interval(0.95).upper()).isCloseTo(0.2054832, within(5e-8));
    }

    /**
     * The two one-sided tests of an equivalence within half an hour. R package TOSTER, vignette "An Introduction to
     * t_TOST": lower t = -1.27, p = 0.89; upper t = -2.45, p = 0.012.
     */
    @Test
    void agrees_with_toster_against_margins() {
        assertThat(sleep.statistic(-0.5)).isCloseTo(-1.272, within(5e-4));
        assertThat(sleep.pValue(OneSided.above(-0.5))).isCloseTo(0.89, within(5e-3));
        assertThat(sleep.statistic(0.5)).isCloseTo(-2.450, within(5e-4));
        assertThat(sleep.pValue(OneSided.below(0.5))).isCloseTo(0.012, within(5e-4));
    }

    @Test
    void arms_without_spread_count_as_one_of_all_ways_to_share_the_runs_out() {
        Welch apart = new Welch(always(0.3), always(0.1));
        assertThat(apart.pValue(OneSided.above(0))).isCloseTo(1 / 20.0, within(1e-15));
        assertThat(apart.pValue(OneSided.below(0))).isEqualTo(1);
        Welch equal = new Welch(always(0.1), always(0.1));
        assertThat(equal.pValue(OneSided.above(0))).isEqualTo(1);
        assertThat(equal.pValue(OneSided.below(0))).isEqualTo(1);
    }

    @Test
    void one_arm_without_spread_is_aone_sample_test() {
        // R 4: t.test(sleep$extra[1:10], mu = 0): t = 1.3257, p-value = 0.2176
        Welch alone = new Welch(Sample.of(Samples.SLEEP_1), Sample.of(new double[10]));
        assertThat(alone.statistic(0)).isCloseTo(1.3257, within(5e-5));
        assertThat(2 * alone.pValue(OneSided.above(0))).isCloseTo(0.2176, within(5e-5));
    }

    @Test
    void a_spread_of_nothing_and_one_of_next_to_nothing_count_alike() {
        double[] guessing = {90, 90, 90};
        double equal = pValue(observed(guessing), observed(12, 12, 12));
        double almost = pValue(observed(guessing), observed(12, 12, 12.025));
        assertThat(equal).isPositive().isLessThan(1e-6);
        assertThat(almost / equal).isBetween(0.1, 10.0);
        TwoArms arms = new TwoArms(observed(guessing), observed(12, 12, 12));
        // 78 points in deviations of one image, 0.025 points, and Hedges' correction for four degrees of freedom,
        // 0.7979
        assertThat(arms.effectSize()).isCloseTo(78 / 0.025 * 0.7979, within(0.5));
    }

    private static double pValue(Observations first, Observations second) {
        return new TwoArms(first, second).contrast().pValue(OneSided.above(0));
    }

    /** On 4,000 images. */
    private static Observations observed(double... errors) {
        return new Observations(errors, 0.025, new boolean[errors.length], List.of(), 0);
    }

    private static Sample always(double error) {
        return Sample.of(new double[] {error, error, error});
    }
}
