package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingPlanTest {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Jennison and Turnbull (2000), Table 2.1: Pocock's constants, for two-sided error rates. */
    @ParameterizedTest
    @CsvSource({
        "2, 0.01, 2.772", "3, 0.01, 2.873", "4, 0.01, 2.939", "5, 0.01, 2.986",
        "2, 0.05, 2.178", "3, 0.05, 2.289", "4, 0.05, 2.361", "5, 0.05, 2.413",
        "2, 0.10, 1.875", "3, 0.10, 1.992", "4, 0.10, 2.067", "5, 0.10, 2.122"
    })
    void pococksConstantsSpendTheErrorRate(int looks, double errorRate, double constant) {
        Crossing crossing = Crossing.first(1.0 / looks);
        double spent = crossing.beyond(constant);
        for (int look = 2; look <= looks; look++) {
            crossing = crossing.next(constant, (double) look / looks);
            spent += crossing.beyond(constant);
        }
        // the constants have three decimals, and of two crossed boundaries a two-sided test counts one
        assertThat(2 * spent).isCloseTo(errorRate, within(0.004 * errorRate + 1e-4));
    }

    /**
     * Reboussin, DeMets, Kim and Lan (2000), program ld98: Pocock-type spending of 0.025 over five equally spaced
     * looks.
     */
    @Test
    void agrees_with_ld98() {
        double[] published = {2.4380, 2.4268, 2.4101, 2.3966, 2.3859};
        SpendingPlan plan = new SpendingPlan(
                new double[] {0.2, 0.4, 0.6, 0.8, 1}, fraction -> 0.025 * Math.log1p((Math.E - 1) * fraction));
        for (int look = 0; look < published.length; look++) {
            assertThat(NORMAL.inverseSurvivalProbability(plan.level(look))).isCloseTo(published[look], within(2e-4));
        }
    }

    @Test
    void a_pvalue_over_all_looks_is_within_the_error_rate_exactly_when_the_look_stops() {
        SpendingPlan plan = SpendingPlan.of(Hypothesis.higher());
        double before = 0;
        for (int look = 0; look < Hypothesis.LOOKS.size(); look++) {
            double level = plan.level(look);
            assertThat(plan.overall(look, 0)).isCloseTo(before, within(1e-9));
            before = plan.overall(look, level);
            assertThat(plan.overall(look, 0.99 * level)).isLessThan(before);
            assertThat(plan.overall(look, 1.01 * level)).isGreaterThan(before);
        }
        assertThat(before).isCloseTo(Hypothesis.ERROR_RATE, within(1e-9));
    }

    @Test
    void one_look_needs_no_sharing() {
        Hypothesis once = Hypothesis.higher().withLooks(List.of(5));
        assertThat(SpendingPlan.of(once).overall(0, 0.03)).isCloseTo(0.04, within(1e-9));
    }
}
