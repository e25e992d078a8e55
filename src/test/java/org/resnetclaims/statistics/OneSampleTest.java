package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.resnetclaims.statistics.methods.Interval;
import org.resnetclaims.statistics.methods.OneSample;
import org.resnetclaims.statistics.methods.OneSided;
import org.resnetclaims.statistics.methods.Sample;
import org.resnetclaims.statistics.methods.Samples;
import org.resnetclaims.statistics.methods.SignFlips;
import org.resnetclaims.statistics.methods.SignedRanks;
import org.resnetclaims.statistics.methods.Welch;

/** One arm against a number. */
class OneSampleTest {

    private final OneSample sleep = new OneSample(Sample.of(Samples.SLEEP_1), 0);

    /** R 4, {@code t.test(sleep$extra[1:10], mu = 0)}: t = 1.3257, p-value = 0.2176, interval -0.5297804 2.0297804. */
    @Test
    void agrees_with_r() {
        assertThat(sleep.statistic(0)).isCloseTo(1.3257, within(5e-5));
        assertThat(2 * sleep.pValue(OneSided.above(0))).isCloseTo(0.2176, within(5e-5));
        assertThat(sleep.interval(0.95).lower()).isCloseTo(-0.5297804, within(5e-8));
        assertThat(sleep.interval(0.95).upper()).isCloseTo(2.0297804, within(5e-8));
    }

    @Test
    void is_welchs_test_against_an_arm_that_never_varies() {
        double[] number = new double[Samples.SLEEP_1.length];
        Arrays.fill(number, 1.5);
        Welch welch = new Welch(Sample.of(Samples.SLEEP_1), Sample.of(number));
        OneSample alone = new OneSample(Sample.of(Samples.SLEEP_1), 1.5);
        assertThat(alone.pValue(OneSided.below(0.5))).isCloseTo(welch.pValue(OneSided.below(0.5)), within(1e-12));
        assertThat(alone.interval(0.9).upper()).isCloseTo(welch.interval(0.9).upper(), within(1e-9));
    }

    /** The mean over the deviation, 0.75 / 1.789010, times the correction for nine degrees of freedom, 0.9139. */
    @Test
    void effect_size_is_in_deviations_of_arun() {
        assertThat(sleep.effectSize()).isCloseTo(0.3831, within(1e-4));
    }

    @Test
    void runs_without_spread_count_as_one_of_all_ways_to_fall_on_their_sides() {
        OneSample stuck = new OneSample(Sample.of(new double[] {90, 90, 90}), 7);
        assertThat(stuck.pValue(OneSided.above(0.5))).isEqualTo(1 / 8.0);
        assertThat(stuck.pValue(OneSided.below(0.5))).isEqualTo(1);
        assertThat(stuck.interval(0.9)).isEqualTo(new Interval(83, 83, 0.9));
    }

    /** R 4, {@code wilcox.test(depression$x - depression$y, alternative = "greater")}: V = 40, p-value = 0.01953. */
    @Test
    void signed_ranks_agree_with_r() {
        double[] change = {0.952, -0.147, 1.022, 0.430, 0.620, 0.590, 0.490, -0.080, 0.010};
        assertThat(SignedRanks.pValue(change)).isCloseTo(0.01953, within(5e-6));
    }

    /**
     * By hand: all six of one size give one of 64 ways; zeros do not count, and of 128 ways four are as large; of the
     * eight for 1, 2 and -3, five.
     */
    @Test
    void signed_ranks_are_exact_with_ties() {
        assertThat(SignedRanks.pValue(new double[] {1, 1, 1, 1, 1, 1})).isEqualTo(1 / 64.0);
        assertThat(SignedRanks.pValue(new double[] {0.5, 0.5, -0.5, 1, 1, 2, 0, 0, 3}))
                .isEqualTo(4 / 128.0);
        assertThat(SignedRanks.pValue(new double[] {0, 1, 2, -3})).isEqualTo(5 / 8.0);
        assertThat(SignedRanks.pValue(new double[4])).isEqualTo(1);
    }

    /** Fisher, "The Design of Experiments" (1935), section 21, on Darwin's plants: 863 of 32,768 ways. */
    @Test
    void sign_flips_agree_with_fisher() {
        double[] darwin = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
        assertThat(SignFlips.pValue(darwin)).isEqualTo(863 / 32_768.0);
    }

    @Test
    void sampled_sign_flips_come_near_the_asymptote() {
        double[] runs = new double[40];
        Arrays.setAll(runs, i -> 1.3 + (i % 2 == 0 ? 5 : -5));
        assertThat(SignFlips.pValue(runs))
                .isCloseTo(new OneSample(Sample.of(runs), 0).pValue(OneSided.above(0)), within(0.01));
    }

    @Test
    void a_number_is_met_missed_or_left_open() {
        assertThat(judge(0.5, 7.0, 6.9, 7.1, 6.95, 7.05, 7.0, 7.1, 6.9)).isEqualTo(Verdict.REPRODUCED);
        assertThat(judge(0.5, 9.0, 8.9, 9.1, 8.95)).isEqualTo(Verdict.REFUTED);
        assertThat(judge(0.5, 90, 90, 90, 90, 90, 90, 90, 90)).isEqualTo(Verdict.REFUTED);
        assertThat(judge(0.5, 7.5, 7.4, 7.6, 7.5, 7.45, 7.55, 7.4, 7.6, 7.5, 7.4, 7.6, 7.5))
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static Verdict judge(double margin, double... errors) {
        return SequentialTest.judge(
                        Hypothesis.equivalentWithin(margin).with(new Design.AgainstNumber(7, "7", "")),
                        seeds -> Observations.of(Arrays.copyOf(errors, seeds)))
                .verdict();
    }
}
