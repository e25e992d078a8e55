package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SequentialTestTest {

    private static final double[] WORSE = {14.1, 13.5, 15.1, 14.4, 13.9, 14.8, 14.0, 14.6, 13.7, 14.3, 15.0, 14.2};
    private static final double[] BETTER = {7.0, 6.6, 6.7, 6.9, 6.5, 7.1, 6.8, 6.6, 7.0, 6.7, 6.9, 6.8};

    @Test
    void an_obvious_effect_costs_three_seeds() {
        Decision decision = SequentialTest.judge(Hypothesis.higher(), runs(WORSE), runs(BETTER));
        assertThat(decision.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(decision.looks()).singleElement().extracting(Look::seeds).isEqualTo(3);
        assertThat(decision.pValue()).isLessThan(0.05);
        assertThat(decision.interval().lower()).isPositive();
        assertThat(decision.interval().level()).isCloseTo(0.9, within(1e-12));
        assertThat(decision.probabilityOfSuperiority()).isEqualTo(1);
        assertThat(decision.reason())
                .isEqualTo(
                        "The difference is 7.47 points (90 % interval 5.23 to 9.7): p = 0.0012 for the claim is within the"
                                + " boundary of 0.017 at look 1, with 3 seeds per arm.");
    }

    /** By hand: of the 20 ways to share out six runs, and of the 8 to flip three, one is as clear as that seen. */
    @Test
    void other_methods_judge_the_same_runs() {
        IntFunction<Observations> arm = runs(new double[] {8.9, 9.1, 9.0});
        CrossChecks twoArms = SequentialTest.judge(Hypothesis.higher(), arm, runs(new double[] {6.9, 7.1, 7.0}))
                .crossChecks();
        assertThat(twoArms.pPermutation()).isEqualTo(1 / 20.0);
        assertThat(twoArms.pRanks()).isEqualTo(1 / 20.0);
        assertThat(twoArms.bootstrapInterval().lower()).isBetween(1.8 - 1e-9, 2.0);
        assertThat(twoArms.bootstrapInterval().upper()).isBetween(2.0, 2.2 + 1e-9);

        CrossChecks oneArm =
                SequentialTest.judge(against(Hypothesis.higher(), 7), arm).crossChecks();
        assertThat(oneArm.pPermutation()).isEqualTo(1 / 8.0);
        assertThat(oneArm.pRanks()).isEqualTo(1 / 8.0);
        assertThat(oneArm.bootstrapInterval().lower()).isBetween(1.9 - 1e-9, 2.0);
        assertThat(oneArm.bootstrapInterval().upper()).isBetween(2.0, 2.1 + 1e-9);
    }

    @Test
    void a_reversed_effect_is_refuted() {
        Decision decision = SequentialTest.judge(Hypothesis.lower(), runs(WORSE), runs(BETTER));
        assertThat(decision.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(decision.pValue()).isGreaterThan(0.95);
        assertThat(decision.reason()).contains("for the contrary of the claim");
    }

    @Test
    void the_same_arm_on_both_sides_ends_inconclusive_with_all_seeds() {
        Decision decision = SequentialTest.judge(Hypothesis.higher(), runs(WORSE), runs(WORSE));
        assertThat(decision.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(decision.looks()).extracting(Look::seeds).containsExactlyElementsOf(Hypothesis.LOOKS);
        assertThat(decision.probabilityOfSuperiority()).isEqualTo(0.5);
        assertThat(decision.reason())
                .isEqualTo(
                        "The difference is 0 points (90 % interval -0.5 to 0.5): with 12 seeds per arm, the most allowed,"
                                + " neither the claim (p = 0.5) nor its contrary (p = 0.5) is within the boundary of 0.011.");
    }

    @Test
    void a_difference_inside_the_margin_refutes_aclaim_of_alarger_one() {
        assertThat(verdict(Hypothesis.higher().withMargin(5), WORSE, BETTER)).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(Hypothesis.higher().withMargin(10), WORSE, BETTER)).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void a_margin_decides_non_inferiority_and_equivalence() {
        assertThat(verdict(Hypothesis.notHigherBy(1), WORSE, BETTER)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(Hypothesis.notHigherBy(1), BETTER, WORSE)).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(Hypothesis.equivalentWithin(1), WORSE, BETTER)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(Hypothesis.equivalentWithin(1), BETTER, WORSE)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(Hypothesis.equivalentWithin(1), WORSE, WORSE)).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(Hypothesis.equivalentWithin(0.1), WORSE, WORSE)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void asks_for_no_more_seeds_than_it_needs() {
        List<Integer> asked = new ArrayList<>();
        SequentialTest.judge(Hypothesis.higher(), runs(WORSE), seeds -> {
            asked.add(seeds);
            return Observations.of(Arrays.copyOf(BETTER, seeds));
        });
        assertThat(asked).containsExactly(3);
    }

    @Test
    void runs_without_spread_need_enough_of_them() {
        double[] guessing = new double[12];
        Arrays.fill(guessing, 90);
        double[] perfect = new double[12];
        Decision decision = SequentialTest.judge(Hypothesis.higher(), runs(guessing), runs(perfect));
        assertThat(decision.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(decision.looks()).extracting(Look::seeds).containsExactly(3, 4, 5);
        assertThat(verdict(Hypothesis.higher(), guessing, guessing)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void refuses_numbers_that_are_none() {
        assertThatThrownBy(() -> SequentialTest.judge(
                        Hypothesis.higher(), runs(WORSE), seeds -> Observations.of(1, Double.NaN, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the number of run 2 of the second arm is NaN: arms are judged by finite numbers only");
        assertThatThrownBy(
                        () -> SequentialTest.judge(Hypothesis.higher(), seeds -> Observations.of(1, 2), runs(BETTER)))
                .hasMessage("the first arm was asked for the numbers of 3 runs and gave 2");
    }

    @Test
    void a_likeness_waits_until_failures_cannot_be_many() {
        Decision alike = SequentialTest.judge(Hypothesis.equivalentWithin(1), runs(WORSE), runs(WORSE));
        assertThat(alike.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(alike.looks()).extracting(Look::seeds).containsExactly(3, 4, 5, 6, 8);
        assertThat(alike.looks().get(3).obstacle()).isEqualTo(Obstacle.FAILED_RUNS);
        // 1 - 0.05^(1/8)
        assertThat(alike.firstFailures().upperBound()).isCloseTo(0.31234, within(5e-6));
        assertThat(alike.secondFailures()).isEqualTo(alike.firstFailures());
    }

    @Test
    void a_likeness_is_not_shown_where_a_run_failed() {
        Decision decision = SequentialTest.judge(against(Hypothesis.notHigherBy(20), 7), failing(WORSE));
        assertThat(decision.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        // R 4: binom.test(1, 12, conf.level = 0.9): 0.004265319 0.338680
        assertThat(decision.firstFailures().upperBound()).isCloseTo(0.33868, within(5e-6));
        assertThat(decision.secondFailures()).isNull();
        // the probability of at most one failure in twelve at a rate of one third: 7 * 2^12 / 3^12
        assertThat(decision.pValue()).isCloseTo(28_672 / 531_441.0, within(1e-12));
        assertThat(decision.reason())
                .endsWith(
                        "but 1 of the 12 runs of an arm failed, so up to 34 % of all may, and no likeness is shown above 33 %.");
    }

    @Test
    void failures_do_not_keep_a_difference_from_being_shown() {
        assertThat(SequentialTest.judge(against(Hypothesis.higher(), 7), failing(WORSE))
                        .verdict())
                .isEqualTo(Verdict.REPRODUCED);
        assertThat(SequentialTest.judge(against(Hypothesis.notHigherBy(2), 7), failing(WORSE))
                        .verdict())
                .isEqualTo(Verdict.REFUTED);
    }

    @Test
    void two_images_of_noise_show_nothing() {
        Hypothesis hypothesis = Hypothesis.higher().withLooks(List.of(3, 4, 5, 6));
        Decision decision =
                SequentialTest.judge(hypothesis, inSteps(50, 0, 50, 50, 50, 50, 50), inSteps(50, 0, 50, 0, 0, 0, 0));
        assertThat(decision.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** Of 12,870 ways to share sixteen runs out, 165 give as much; Welch's p is 0.0089. */
    @Test
    void coarse_errors_need_their_permutation_test() {
        Decision decision = SequentialTest.judge(
                Hypothesis.higher(),
                inSteps(0.5, 0, 0, 1.5, 0, 2, 2, 3, 1.5, 0, 0, 0, 0),
                inSteps(0.5, new double[12]));
        assertThat(decision.looks().get(4).pReproduced()).isCloseTo(0.0089, within(5e-5));
        assertThat(decision.looks())
                .extracting(Look::obstacle)
                .containsExactly(null, null, null, null, Obstacle.COARSE_ERRORS, null);
    }

    @Test
    void three_runs_on_a_hundred_images_say_nothing_of_other_images() {
        IntFunction<Observations> better = seeds -> ImageBootstrapTest.arm(seeds, 100, 0, 8);
        Decision close =
                SequentialTest.judge(Hypothesis.lower(), better, seeds -> ImageBootstrapTest.arm(seeds, 100, 8, 22));
        assertThat(close.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(close.looks()).extracting(Look::obstacle).containsOnly(Obstacle.IMAGES);
        assertThat(close.pValue()).isGreaterThan(0.05);
        assertThat(close.reason()).contains("% of the resamples of images and seeds");
        Decision apart =
                SequentialTest.judge(Hypothesis.lower(), better, seeds -> ImageBootstrapTest.arm(seeds, 100, 8, 50));
        assertThat(apart.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(apart.images().contraryToClaim()).isLessThan(0.001);
        assertThat(SequentialTest.judge(Hypothesis.lower(), runs(BETTER), runs(WORSE))
                        .images())
                .isNull();
    }

    @Test
    void runs_on_the_edge_of_a_margin_show_nothing() {
        double[] edge = new double[12];
        Arrays.fill(edge, 7.47);
        Decision decision = SequentialTest.judge(against(Hypothesis.equivalentWithin(0.5), 6.97), runs(edge));
        assertThat(decision.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(decision.crossChecks().pRanks()).isEqualTo(1);
        assertThat(decision.crossChecks().pPermutation()).isEqualTo(1);
    }

    private static Hypothesis against(Hypothesis hypothesis, double number) {
        return hypothesis.with(new Design.AgainstNumber(number, "a number", "It is one."));
    }

    /** The first run fails. */
    private static IntFunction<Observations> failing(double[] errors) {
        return seeds -> {
            boolean[] failed = new boolean[seeds];
            failed[0] = true;
            return new Observations(Arrays.copyOf(errors, seeds), 0, failed, List.of(), 0);
        };
    }

    private static IntFunction<Observations> inSteps(double resolution, double... errors) {
        return seeds -> new Observations(Arrays.copyOf(errors, seeds), resolution, new boolean[seeds], List.of(), 0);
    }

    private static Verdict verdict(Hypothesis hypothesis, double[] first, double[] second) {
        return SequentialTest.judge(hypothesis, runs(first), runs(second)).verdict();
    }

    private static IntFunction<Observations> runs(double[] errors) {
        return seeds -> Observations.of(Arrays.copyOf(errors, seeds));
    }
}
