package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whether the rule keeps what it declares, on errors whose truth is known. */
class CalibrationTest {

    /** What a true rate of the declared size stays below with probability 0.999. */
    private static final int MOST_FALSE = BinomialDistribution.of(Simulation.EXPERIMENTS, Hypothesis.ERROR_RATE)
            .inverseCumulativeProbability(0.999);

    private static final List<Scenario> WITHOUT_EFFECT = Scenario.WITHOUT_EFFECT;

    @ParameterizedTest
    @FieldSource("WITHOUT_EFFECT")
    void falseVerdictsStayWithinTheDeclaredRate(Scenario scenario) {
        Simulation simulation = scenario.simulate();
        assertThat(simulation.reproduced()).as("REPRODUCED").isLessThanOrEqualTo(MOST_FALSE);
        assertThat(simulation.refuted()).as("REFUTED").isLessThanOrEqualTo(MOST_FALSE);
    }

    @Test
    void headlineClaimsCostFewerThanFourSeedsPerArm() {
        List<Simulation> simulations =
                Scenario.LIKE_THE_PILOT.stream().map(Scenario::simulate).toList();
        assertThat(simulations).allSatisfy(simulation -> assertThat(simulation.reproducedRate()).isGreaterThan(0.99));
        assertThat(simulations.stream().mapToDouble(Simulation::meanSeeds).average().orElseThrow()).isLessThan(4);
    }

    @Test
    void aTinyEffectEndsInconclusive() {
        assertThat(simulate("tiny").inconclusiveRate()).isGreaterThan(0.9);
    }

    @Test
    void aReversedEffectEndsRefuted() {
        assertThat(simulate("reversed").refutedRate()).isGreaterThan(0.99);
    }

    private static Simulation simulate(String start) {
        return Scenario.OTHER_EFFECTS.stream()
                .filter(scenario -> scenario.name().startsWith(start))
                .findFirst()
                .orElseThrow()
                .simulate();
    }
}
