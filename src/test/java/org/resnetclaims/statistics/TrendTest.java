package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.resnetclaims.statistics.methods.OneSided;
import org.resnetclaims.statistics.methods.Sample;
import org.resnetclaims.statistics.methods.Trend;
import org.resnetclaims.statistics.methods.TrendPermutations;
import org.resnetclaims.statistics.methods.Welch;

/** Several arms in an order. */
class TrendTest {

    private static final double[] FIRST = {1.0, 1.4, 1.9};
    private static final double[] SECOND = {2.2, 2.9, 2.4};
    private static final double[] THIRD = {5.0, 4.1, 3.1};
    private static final double[] FOURTH = {5.1, 7.9, 6.2};

    @Test
    void of_two_arms_it_is_welchs_test() {
        Trend trend = new Trend(samples(FIRST, SECOND));
        Welch welch = new Welch(Sample.of(SECOND), Sample.of(FIRST));
        assertThat(trend.difference()).isCloseTo(welch.difference(), within(1e-12));
        assertThat(trend.pValue(OneSided.above(0.2))).isCloseTo(welch.pValue(OneSided.above(0.2)), within(1e-12));
        assertThat(trend.pValue(OneSided.below(0.2))).isCloseTo(welch.pValue(OneSided.below(0.2)), within(1e-12));
        assertThat(trend.interval(0.9).lower()).isCloseTo(welch.interval(0.9).lower(), within(1e-9));
        assertThat(trend.effectSize())
                .isCloseTo(new TwoArms(Observations.of(SECOND), Observations.of(FIRST)).effectSize(), within(1e-12));
    }

    /**
     * By hand: the means are 4.3/3, 2.5, 12.2/3 and 6.4, the line of least squares rises by 0.9 * (6.4 - 4.3/3) + 0.3 *
     * (12.2/3 - 2.5), and the variances weigh 0.81, 0.09, 0.09 and 0.81.
     */
    @Test
    void the_rise_is_that_of_the_line_of_least_squares() {
        Trend trend = new Trend(samples(FIRST, SECOND, THIRD, FOURTH));
        double rise = 0.9 * (6.4 - 4.3 / 3) + 0.3 * (12.2 / 3 - 2.5);
        double[] parts = Stream.of(FIRST, SECOND, THIRD, FOURTH)
                .mapToDouble(arm -> Sample.of(arm).variance() / 3)
                .toArray();
        double error = Math.sqrt(0.81 * parts[0] + 0.09 * parts[1] + 0.09 * parts[2] + 0.81 * parts[3]);
        assertThat(trend.difference()).isCloseTo(rise, within(1e-12));
        assertThat(trend.statistic(1)).isCloseTo((rise - 1) / error, within(1e-12));
    }

    /** Of the six ways to put 1, 2 and 4 in order, one rises as far; of those to put 1, 1 and 2, two of six do. */
    @Test
    void permutations_come_near_the_exact_numbers() {
        assertThat(TrendPermutations.pValue(OneSided.above(0), List.of(of(1), of(2), of(4))))
                .isCloseTo(1 / 6.0, within(0.02));
        assertThat(TrendPermutations.pValue(OneSided.below(0), List.of(of(1), of(1), of(2))))
                .isEqualTo(1);
        assertThat(TrendPermutations.pRanks(OneSided.above(0), List.of(of(1), of(1), of(20))))
                .isCloseTo(2 / 6.0, within(0.02));
        assertThat(TrendPermutations.least(List.of(of(1), of(2), of(4)))).isEqualTo(1 / 6.0);
    }

    /** A line that rises by the bound differs from it by nothing. */
    @Test
    void permutations_take_the_bound_away_first() {
        assertThat(TrendPermutations.pValue(OneSided.above(2), List.of(of(1, 3), of(2, 4), of(3, 5))))
                .isGreaterThan(0.4);
    }

    @Test
    void arms_without_spread_are_judged_by_permutations() {
        Trend stuck = new Trend(samples(of(0, 0, 0), of(0, 0, 0), of(0, 0, 0), of(90, 90, 90)));
        // of 220 ways to choose the three runs at 90, one puts them all last
        assertThat(stuck.pValue(OneSided.above(0))).isCloseTo(1 / 220.0, within(0.002));
        assertThat(stuck.pValue(OneSided.below(0))).isEqualTo(1);
    }

    @Test
    void an_order_is_reproduced_reversed_or_left_open() {
        Hypothesis rises = Hypothesis.higher().with(new Design.Order());
        Decision decision = SequentialTest.judge(rises, List.of(runs(FIRST), runs(SECOND), runs(THIRD), runs(FOURTH)));
        assertThat(decision.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(decision.probabilityOfSuperiority()).isEqualTo(1);
        assertThat(decision.reason())
                .startsWith("The rise from the first arm to the last, on the line through the means, is 4.94 points");
        assertThat(SequentialTest.judge(rises, List.of(runs(FOURTH), runs(THIRD), runs(SECOND), runs(FIRST)))
                        .verdict())
                .isEqualTo(Verdict.REFUTED);
        double[] twelve = {3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2};
        assertThat(SequentialTest.judge(rises, List.of(runs(twelve), runs(twelve), runs(twelve)))
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_design_refuses_more_or_fewer_arms_than_it_takes() {
        assertThatThrownBy(() -> SequentialTest.judge(Hypothesis.higher(), List.of(runs(FIRST))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 arms are no TwoArms[]");
    }

    @Test
    void an_order_says_what_it_declares() {
        assertThat(Hypothesis.notHigherBy(5).with(new Design.Order()).inWords("training error", "A", "B", "C"))
                .startsWith(
                        "The mean training error rises along A, B, C by less than 5 points from the first to the last, if at all. Judged by one-sided Welch tests of the line of least squares through the means at 3, 4, 5, 6, 8 and 12 seeds per arm");
    }

    private static List<Sample> samples(double[]... arms) {
        return Arrays.stream(arms).map(Sample::of).toList();
    }

    private static double[] of(double... values) {
        return values;
    }

    private static IntFunction<Observations> runs(double[] values) {
        return seeds -> Observations.of(Arrays.copyOf(values, seeds));
    }
}
