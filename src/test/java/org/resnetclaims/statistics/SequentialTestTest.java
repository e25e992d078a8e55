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
    void anObviousEffectCostsThreeSeeds() {
        Decision decision = SequentialTest.judge(Hypothesis.higher(), runs(WORSE), runs(BETTER));
        assertThat(decision.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(decision.looks()).singleElement().extracting(Look::seeds).isEqualTo(3);
        assertThat(decision.pValue()).isLessThan(0.05);
        assertThat(decision.interval().lower()).isPositive();
        assertThat(decision.interval().level()).isCloseTo(0.9, within(1e-12));
        assertThat(decision.probabilityOfSuperiority()).isEqualTo(1);
        assertThat(decision.reason())
                .isEqualTo("The difference is 7.47 points (90 % interval 5.23 to 9.7): p = 0.0012 for the claim is within the"
                        + " boundary of 0.017 at look 1, with 3 seeds per arm.");
    }

    @Test
    void aReversedEffectIsRefuted() {
        Decision decision = SequentialTest.judge(Hypothesis.lower(), runs(WORSE), runs(BETTER));
        assertThat(decision.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(decision.pValue()).isGreaterThan(0.95);
        assertThat(decision.reason()).contains("for the contrary of the claim");
    }

    @Test
    void theSameArmOnBothSidesEndsInconclusiveWithAllSeeds() {
        Decision decision = SequentialTest.judge(Hypothesis.higher(), runs(WORSE), runs(WORSE));
        assertThat(decision.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(decision.looks()).extracting(Look::seeds).containsExactlyElementsOf(Hypothesis.LOOKS);
        assertThat(decision.probabilityOfSuperiority()).isEqualTo(0.5);
        assertThat(decision.reason())
                .isEqualTo("The difference is 0 points (90 % interval -0.5 to 0.5): with 12 seeds per arm, the most allowed,"
                        + " neither the claim (p = 0.5) nor its contrary (p = 0.5) is within the boundary of 0.011.");
    }

    @Test
    void aDifferenceInsideTheMarginRefutesAClaimOfALargerOne() {
        assertThat(verdict(Hypothesis.higher().withMargin(5), WORSE, BETTER)).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(Hypothesis.higher().withMargin(10), WORSE, BETTER)).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void nonInferiorityAndEquivalence() {
        assertThat(verdict(Hypothesis.notHigherBy(1), WORSE, BETTER)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(Hypothesis.notHigherBy(1), BETTER, WORSE)).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(Hypothesis.equivalentWithin(1), WORSE, BETTER)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(Hypothesis.equivalentWithin(1), BETTER, WORSE)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(Hypothesis.equivalentWithin(1), WORSE, WORSE)).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(Hypothesis.equivalentWithin(0.1), WORSE, WORSE)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void asksForNoMoreSeedsThanItNeeds() {
        List<Integer> asked = new ArrayList<>();
        SequentialTest.judge(Hypothesis.higher(), runs(WORSE), seeds -> {
            asked.add(seeds);
            return Observations.of(Arrays.copyOf(BETTER, seeds));
        });
        assertThat(asked).containsExactly(3);
    }

    @Test
    void runsWithoutSpreadNeedEnoughOfThem() {
        double[] guessing = new double[12];
        Arrays.fill(guessing, 90);
        double[] perfect = new double[12];
        Decision decision = SequentialTest.judge(Hypothesis.higher(), runs(guessing), runs(perfect));
        assertThat(decision.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(decision.looks()).extracting(Look::seeds).containsExactly(3, 4, 5);
        assertThat(verdict(Hypothesis.higher(), guessing, guessing)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void refusesErrorsThatAreNone() {
        assertThatThrownBy(() -> SequentialTest.judge(
                        Hypothesis.higher(), runs(WORSE), seeds -> Observations.of(1, Double.NaN, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the error of run 2 of the second arm is NaN: a diverged run counts with the error of guessing,"
                        + " not with none");
        assertThatThrownBy(() -> SequentialTest.judge(Hypothesis.higher(), seeds -> Observations.of(1, 2), runs(BETTER)))
                .hasMessage("the first arm was asked for the errors of 3 runs and gave 2");
    }

    private static Verdict verdict(Hypothesis hypothesis, double[] first, double[] second) {
        return SequentialTest.judge(hypothesis, runs(first), runs(second)).verdict();
    }

    private static IntFunction<Observations> runs(double[] errors) {
        return seeds -> Observations.of(Arrays.copyOf(errors, seeds));
    }
}
