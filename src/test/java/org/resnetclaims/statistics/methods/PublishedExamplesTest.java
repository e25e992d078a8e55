package org.resnetclaims.statistics.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The methods besides Welch's, each against a figure that someone else has published or computed. */
class PublishedExamplesTest {

    /** Borenstein, Hedges, Higgins and Rothstein, "Introduction to Meta-Analysis" (2009), p. 27: g = 0.5924. */
    @Test
    void hedges_g_agrees_with_what_was_published() {
        assertThat(HedgesG.of(Sample.of(sample(103, 5.5, 50)), Sample.of(sample(100, 4.5, 50))))
                .isCloseTo(0.5924, within(1e-4));
    }

    /**
     * R 4, example of {@code wilcox.test} (Hollander and Wolfe 1973, p. 69): W = 35, p-value = 0.1272, alternative
     * greater.
     */
    @Test
    void mann_whitney_agrees_with_what_was_published() {
        double[] atTerm = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};
        double[] early = {1.15, 0.88, 0.90, 0.74, 1.21};
        assertThat(Ranks.pValue(OneSided.above(0), atTerm, early)).isCloseTo(0.1272, within(5e-5));
        assertThat(Ranks.superiority(atTerm, early)).isEqualTo(35 / 50.0);
    }

    /**
     * Of 4,457,400 ways to share the midranks out, 19,447 give as large a sum: counted in Python; here they are
     * sampled.
     */
    @Test
    void mann_whitney_with_ties_agrees_with_what_was_published() {
        assertThat(Ranks.pValue(OneSided.above(0), Samples.PAIN_2, Samples.PAIN_1))
                .isCloseTo(19_447 / 4_457_400.0, within(8e-4));
    }

    /** By hand: three of all 70 sums of midranks lie above the one seen, and four equal it. */
    @Test
    void mann_whitney_of_few_runs_with_ties_agrees_with_what_was_published() {
        double[] worse = {2.5, 3.5, 3.5, 5.5};
        double[] better = {1, 1, 2, 3};
        assertThat(Ranks.pValue(OneSided.above(0.5), worse, better)).isEqualTo(7 / 70.0);
        assertThat(Ranks.pValue(OneSided.below(-0.5), better, worse)).isEqualTo(7 / 70.0);
    }

    /** R package brunnermunzel 2.0: P(X&lt;Y) + 0.5 P(X=Y) = 0.788961. */
    @Test
    void the_probability_of_superiority_agrees_with_what_was_published() {
        assertThat(Ranks.superiority(Samples.PAIN_2, Samples.PAIN_1)).isCloseTo(0.788961, within(5e-7));
    }

    /** Newcombe (1998), "Two-sided confidence intervals for the single proportion", Table I, method 5. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2527, 0.3676", "15, 148, 0.0578, 0.1617", "0, 20, 0, 0.1684", "1, 29, 0.0009, 0.1776"})
    void the_clopper_pearson_interval_agrees_with_what_was_published(int hits, int trials, double lower, double upper) {
        Interval interval = Ranks.clopperPearson(hits, trials, 0.95);
        assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
        assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
    }

    /** SciPy 1.17.1, {@code permutation_test} over all 11,440 ways: 0.1409965. */
    @Test
    void the_permutation_test_agrees_with_what_was_published() {
        assertThat(Permutations.pValue(OneSided.above(0), Samples.MICE_TREATED, Samples.MICE_CONTROL))
                .isCloseTo(0.1409965, within(5e-8));
    }

    @Test
    void three_runs_against_three_cannot_give_less_than_one_in_twenty() {
        assertThat(Permutations.pValue(OneSided.above(0), Samples.PLAIN_56, Samples.PLAIN_20))
                .isEqualTo(1 / 20.0);
        assertThat(Permutations.pValue(OneSided.below(0), Samples.PLAIN_56, Samples.PLAIN_20))
                .isEqualTo(1);
        assertThat(Permutations.pValue(OneSided.above(50), Samples.PLAIN_56, Samples.PLAIN_20))
                .isEqualTo(1);
    }

    @Test
    void sampled_permutations_come_near_the_asymptote() {
        double[] first = sample(1, 2, 40);
        double[] second = sample(0, 2, 40);
        assertThat(Permutations.pValue(OneSided.above(0), first, second))
                .isCloseTo(new Welch(Sample.of(first), Sample.of(second)).pValue(OneSided.above(0)), within(0.003));
    }

    /**
     * R 4, {@code p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")}; also the worked example of Wikipedia on Holm's method.
     */
    @Test
    void holm_agrees_with_what_was_published() {
        assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
        assertThat(Holm.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
        assertThat(Holm.adjust(new double[0])).isEmpty();
    }

    /**
     * The p-values of Benjamini and Hochberg (1995); SciPy 1.17.1, {@code false_discovery_control(ps, method='by')}.
     */
    @Test
    void benjamini_yekutieli_agrees_with_what_was_published() {
        double[] pValues = {
            0.0201, 0.0001, 0.0004, 0.0019, 0.0095, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1
        };
        assertThat(BenjaminiYekutieli.adjust(pValues))
                .containsExactly(
                        new double[] {
                            0.20008921,
                            0.00497734,
                            0.00995469,
                            0.03152318,
                            0.11821191,
                            0.21189262,
                            0.21189262,
                            0.21402577,
                            0.25384452,
                            1,
                            1,
                            1,
                            1,
                            1,
                            1
                        },
                        within(5e-9));
        assertThat(BenjaminiYekutieli.adjust(new double[0])).isEmpty();
    }

    /**
     * SciPy 1.17.1, {@code bootstrap(method='percentile')} at Hesterberg's level of 0.98290, 400,000 resamples: -3.49,
     * 0.32.
     */
    @Test
    void the_bootstrap_interval_agrees_with_what_was_published() {
        Interval interval = Bootstrap.interval(Samples.SLEEP_1, Samples.SLEEP_2, 0.95);
        assertThat(interval.lower()).isCloseTo(-3.49, within(0.05));
        assertThat(interval.upper()).isCloseTo(0.32, within(0.05));
        assertThat(Bootstrap.interval(Samples.SLEEP_1, Samples.SLEEP_2, 0.95)).isEqualTo(interval);
    }

    /** Any sample with this mean and standard deviation. */
    private static double[] sample(double mean, double deviation, int size) {
        double[] values = new double[size];
        double reach = deviation * Math.sqrt((size - 1.0) / size);
        Arrays.setAll(values, i -> mean + (i % 2 == 0 ? reach : -reach));
        return values;
    }
}
