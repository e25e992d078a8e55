package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Whether the rule keeps what it declares, on errors whose truth is known, and whether the tables of the method page
 * are those of the rule as it is; a failure of these shows the table to put there.
 */
@Tag("long")
class CalibrationTest {

    private static final List<Scenario> WITHOUT_EFFECT = Scenario.WITHOUT_EFFECT;
    private static final Map<Scenario, Simulation> SIMULATIONS = new HashMap<>();
    private static final List<DesignScenario> DESIGNS_WITHOUT_EFFECT = DesignScenario.WITHOUT_EFFECT;

    private static final String POWER =
            "| claim and truth | REPRODUCED | REFUTED | INCONCLUSIVE | mean seeds per arm |\n|---|---|---|---|---|\n";

    private static String page;

    @BeforeAll
    static void readPage() throws IOException {
        page = Files.readString(Path.of("results", "method.md"));
    }

    @ParameterizedTest
    @FieldSource("WITHOUT_EFFECT")
    void false_verdicts_stay_within_the_declared_rate(Scenario scenario) {
        Simulation simulation = simulate(scenario);
        int most = mostFalse(Simulation.EXPERIMENTS);
        assertThat(simulation.reproduced()).as("REPRODUCED").isLessThanOrEqualTo(most);
        assertThat(simulation.refuted()).as("REFUTED").isLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @FieldSource("DESIGNS_WITHOUT_EFFECT")
    void false_verdicts_of_other_designs_stay_within_the_declared_rate(DesignScenario scenario) {
        Simulation simulation = scenario.simulate();
        int most = mostFalse(Simulation.EXPERIMENTS);
        assertThat(simulation.reproduced()).as("REPRODUCED").isLessThanOrEqualTo(most);
        assertThat(simulation.refuted()).as("REFUTED").isLessThanOrEqualTo(most);
    }

    @Test
    void page_shows_false_verdicts_of_other_designs() {
        assertOnPage(designs(
                "| design and truth | false REPRODUCED | false REFUTED |\n|---|---|---|\n",
                Stream.concat(DesignScenario.WITHOUT_EFFECT.stream(), DesignScenario.OUT_OF_REACH.stream())
                        .toList(),
                CalibrationTest::falseRates));
    }

    @Test
    void page_shows_the_power_of_other_designs() {
        assertOnPage(designs(POWER.replace("claim", "design"), DesignScenario.EFFECTS, CalibrationTest::power));
    }

    @Test
    void headline_claims_cost_fewer_than_four_seeds_per_arm() {
        List<Simulation> simulations =
                Scenario.LIKE_THE_PILOT.stream().map(CalibrationTest::simulate).toList();
        assertThat(simulations).allSatisfy(simulation -> assertThat(simulation.reproducedRate())
                .isGreaterThan(0.99));
        assertThat(simulations.stream()
                        .mapToDouble(Simulation::meanSeeds)
                        .average()
                        .orElseThrow())
                .isLessThan(4);
    }

    @Test
    void a_tiny_effect_ends_inconclusive() {
        assertThat(simulate("tiny").inconclusiveRate()).isGreaterThan(0.9);
    }

    @Test
    void a_reversed_effect_ends_refuted() {
        assertThat(simulate("reversed").refutedRate()).isGreaterThan(0.99);
    }

    @Test
    void page_shows_the_boundaries() {
        SpendingPlan plan = SpendingPlan.of(Hypothesis.higher());
        StringBuilder table = new StringBuilder("| seeds per arm | stops at a one-sided p of at most |\n|---|---|\n");
        for (int look = 0; look < Hypothesis.LOOKS.size(); look++) {
            table.append(String.format(Locale.ROOT, "| %d | %.4f |\n", Hypothesis.LOOKS.get(look), plan.level(look)));
        }
        assertOnPage(table.toString());
    }

    @Test
    void page_shows_false_verdicts() {
        assertOnPage(falseVerdicts(Scenario.WITHOUT_EFFECT));
    }

    @Test
    void page_shows_false_verdicts_out_of_reach() {
        assertOnPage(falseVerdicts(Scenario.OUT_OF_REACH));
    }

    @Test
    void page_shows_false_likeness_where_some_runs_fail() {
        assertOnPage(table(
                "| truth | false REPRODUCED by the t test alone | with the bound of failures |\n|---|---|---|\n",
                Scenario.SOME_RUNS_FAIL,
                simulation -> percent(simulation.reproducedByTRate()) + " | " + percent(simulation.reproducedRate())));
    }

    @Test
    void page_shows_false_verdicts_on_new_images() {
        int most = mostFalse(ImagePopulation.EXPERIMENTS);
        StringBuilder table = new StringBuilder(
                "| truth | false REPRODUCED by the t test alone | with the bootstrap of images | false REFUTED with it |\n|---|---|---|---|\n");
        for (ImagePopulation population : ImagePopulation.WITHOUT_EFFECT) {
            Simulation simulation = population.simulate();
            assertThat(simulation.reproduced()).as("REPRODUCED").isLessThanOrEqualTo(most);
            assertThat(simulation.refuted()).as("REFUTED").isLessThanOrEqualTo(most);
            table.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            population,
                            percent(simulation.reproducedByTRate()),
                            percent(simulation.reproducedRate()),
                            percent(simulation.refutedRate())));
        }
        assertOnPage(table.toString());
    }

    @Test
    void page_shows_power() {
        assertOnPage(table(
                POWER,
                Stream.concat(Scenario.LIKE_THE_PILOT.stream(), Scenario.OTHER_EFFECTS.stream())
                        .toList(),
                CalibrationTest::power));
    }

    /** What a true rate of the declared size stays below with probability 0.999. */
    private static int mostFalse(int experiments) {
        return BinomialDistribution.of(experiments, Hypothesis.ERROR_RATE).inverseCumulativeProbability(0.999);
    }

    // Several tests look at the same simulation.
    private static Simulation simulate(Scenario scenario) {
        return SIMULATIONS.computeIfAbsent(scenario, Scenario::simulate);
    }

    private static Simulation simulate(String start) {
        return Scenario.OTHER_EFFECTS.stream()
                .filter(scenario -> scenario.name().startsWith(start))
                .findFirst()
                .map(CalibrationTest::simulate)
                .orElseThrow();
    }

    private static void assertOnPage(String table) {
        assertThat(page.contains(table))
                .withFailMessage("results/method.md should hold this table:%n%n%s", table)
                .isTrue();
    }

    private static String falseVerdicts(List<Scenario> scenarios) {
        return table(
                "| truth | false REPRODUCED | false REFUTED |\n|---|---|---|\n",
                scenarios,
                CalibrationTest::falseRates);
    }

    private static String falseRates(Simulation simulation) {
        return percent(simulation.reproducedRate()) + " | " + percent(simulation.refutedRate());
    }

    private static String power(Simulation simulation) {
        return "%s | %s | %s | %s"
                .formatted(
                        percent(simulation.reproducedRate()),
                        percent(simulation.refutedRate()),
                        percent(simulation.inconclusiveRate()),
                        decimal(simulation.meanSeeds()));
    }

    private static String designs(String head, List<DesignScenario> scenarios, Function<Simulation, String> cells) {
        return scenarios.stream()
                .map(scenario -> "| " + scenario.name() + " | " + cells.apply(scenario.simulate()) + " |\n")
                .collect(Collectors.joining("", head, ""));
    }

    private static String table(String head, List<Scenario> scenarios, Function<Simulation, String> cells) {
        return scenarios.stream()
                .map(scenario -> "| " + scenario.name() + " | " + cells.apply(simulate(scenario)) + " |\n")
                .collect(Collectors.joining("", head, ""));
    }

    private static String percent(double rate) {
        return decimal(100 * rate) + " %";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
