package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resnetclaims.statistics.methods.Bootstrap;
import org.resnetclaims.statistics.methods.Interval;
import org.resnetclaims.statistics.methods.OneSample;
import org.resnetclaims.statistics.methods.Ranks;
import org.resnetclaims.statistics.methods.Sample;
import org.resnetclaims.statistics.methods.Welch;

/** How often an interval holds the truth, on errors whose truth is known. */
@Tag("long")
class CoverageTest {

    private static final int EXPERIMENTS = 10_000;
    private static final long SEED = 20_151_210;

    /** What 10,000 experiments may fall short by: three standard errors of a rate of 0.9. */
    private static final double SLACK = 0.009;

    private static final Method WELCH =
            (first, second, level) -> new Welch(Sample.of(first), Sample.of(second)).interval(level);

    private final SplittableRandom random = new SplittableRandom(SEED);

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 3.16", "1, 10", "10, 1"})
    void the_interval_of_a_difference_over_all_looks_covers_it_at_its_level(
            double firstDeviation, double secondDeviation) {
        assertThat(coverageOverAllLooks(
                        Errors.normal(25, firstDeviation), Errors.normal(20, secondDeviation), 5, WELCH))
                .isGreaterThan(0.9 - SLACK);
    }

    @Test
    void the_interval_of_a_difference_over_all_looks_of_errors_that_are_not_normal_covers_it_at_its_level() {
        assertThat(coverageOverAllLooks(Errors.lognormal(25, 1), Errors.lognormal(20, 1), 5, WELCH))
                .isGreaterThan(0.9 - SLACK);
        assertThat(coverageOverAllLooks(Errors.heavyTailed(25, 1), Errors.heavyTailed(20, 3), 5, WELCH))
                .isGreaterThan(0.9 - SLACK);
    }

    @Test
    void the_interval_of_a_difference_from_a_number_over_all_looks_covers_it_at_its_level() {
        Method student = (arm, number, level) -> new OneSample(Sample.of(arm), number[0]).interval(level);
        assertThat(coverageOverAllLooks(Errors.normal(7.2, 0.2), Errors.exactly(7), 0.2, student))
                .isGreaterThan(0.9 - SLACK);
        assertThat(coverageOverAllLooks(Errors.heavyTailed(7.2, 0.2), Errors.exactly(7), 0.2, student))
                .isGreaterThan(0.9 - SLACK);
    }

    /** The normal distribution puts 0.8 of the runs above a number that lies 0.84162 deviations below the mean. */
    @Test
    void the_interval_of_superiority_to_a_number_over_all_looks_covers_it_at_its_level() {
        Method counted = (arm, number, level) ->
                OneArm.against(number[0], Observations.of(arm)).superiorityInterval(level);
        assertThat(coverageOverAllLooks(Errors.normal(0.84162, 1), Errors.exactly(0), 0.8, counted))
                .isGreaterThan(0.9 - SLACK);
    }

    /** The distance that gives normal errors this superiority is its normal quantile times the joint deviation. */
    @ParameterizedTest
    @CsvSource({"0.5, 0, 1", "0.5, 0, 10", "0.8, 0.84162, 10", "0.95, 1.64485, 1", "0.05, -1.64485, 10"})
    void the_interval_of_superiority_over_all_looks_covers_it_at_its_level(
            double superiority, double quantile, double secondDeviation) {
        Errors first = Errors.normal(quantile * Math.hypot(1, secondDeviation), 1);
        Errors second = Errors.normal(0, secondDeviation);
        assertThat(coverageOverAllLooks(first, second, superiority, Ranks::superiorityInterval))
                .isGreaterThan(0.9 - SLACK);
    }

    /** The bootstrap decides nothing, and three runs are too few for it; the method page says so with these rates. */
    @ParameterizedTest
    @CsvSource({"3, 1, 0.85, 0.94", "3, 10, 0.75, 0.86", "12, 10, 0.91, 0.98"})
    void the_bootstrap_of_one_look_covers_the_difference_as_often_as_stated(
            int runs, double secondDeviation, double least, double most) {
        Errors first = Errors.normal(20, 1);
        Errors second = Errors.normal(20, secondDeviation);
        int experiments = 400;
        int held = 0;
        for (int experiment = 0; experiment < experiments; experiment++) {
            Interval interval = Bootstrap.interval(first.draw(runs, random), second.draw(runs, random), 0.95);
            held += holds(interval, 0) ? 1 : 0;
        }
        assertThat((double) held / experiments).isBetween(least, most);
    }

    /** The truth has to lie in the intervals of every look, so whenever the test may stop, it lies in the last. */
    private double coverageOverAllLooks(Errors first, Errors second, double truth, Method method) {
        SpendingPlan plan = SpendingPlan.of(Hypothesis.higher());
        List<Integer> looks = Hypothesis.LOOKS;
        int held = 0;
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            double[] firstErrors = first.draw(looks.get(looks.size() - 1), random);
            double[] secondErrors = second.draw(looks.get(looks.size() - 1), random);
            boolean everywhere = true;
            for (int look = 0; look < looks.size() && everywhere; look++) {
                int seeds = looks.get(look);
                Interval interval = method.interval(
                        Arrays.copyOf(firstErrors, seeds),
                        Arrays.copyOf(secondErrors, seeds),
                        1 - 2 * plan.level(look));
                everywhere = holds(interval, truth);
            }
            held += everywhere ? 1 : 0;
        }
        return (double) held / EXPERIMENTS;
    }

    private static boolean holds(Interval interval, double truth) {
        return interval.lower() <= truth && truth <= interval.upper();
    }

    private interface Method {
        Interval interval(double[] first, double[] second, double level);
    }
}
