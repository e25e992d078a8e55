package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The numbers on the method page are those of the rule as it is; a failure shows the table to put there. */
class MethodPageTest {

    private static String page;

    @BeforeAll
    static void readPage() throws IOException {
        page = Files.readString(Path.of("results", "method.md"));
    }

    @Test
    void boundaries() {
        SpendingPlan plan = SpendingPlan.of(Hypothesis.higher());
        StringBuilder table = new StringBuilder("| seeds per arm | stops at a one-sided p of at most |\n|---|---|\n");
        for (int look = 0; look < Hypothesis.LOOKS.size(); look++) {
            table.append(String.format(Locale.ROOT, "| %d | %.4f |\n", Hypothesis.LOOKS.get(look), plan.level(look)));
        }
        assertOnPage(table.toString());
    }

    @Test
    void falseVerdicts() {
        assertOnPage(falseVerdicts(Scenario.WITHOUT_EFFECT));
    }

    @Test
    void falseVerdictsOutOfReach() {
        assertOnPage(falseVerdicts(Scenario.OUT_OF_REACH));
    }

    @Test
    void power() {
        assertOnPage(table(
                "| claim and truth | REPRODUCED | REFUTED | INCONCLUSIVE | mean seeds per arm |\n|---|---|---|---|---|\n",
                Stream.concat(Scenario.LIKE_THE_PILOT.stream(), Scenario.OTHER_EFFECTS.stream()).toList(),
                simulation -> "%s | %s | %s | %s"
                        .formatted(
                                percent(simulation.reproducedRate()),
                                percent(simulation.refutedRate()),
                                percent(simulation.inconclusiveRate()),
                                decimal(simulation.meanSeeds()))));
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
                simulation -> percent(simulation.reproducedRate()) + " | " + percent(simulation.refutedRate()));
    }

    private static String table(
            String head, List<Scenario> scenarios, Function<Simulation, String> cells) {
        return scenarios.stream()
                .map(scenario -> "| " + scenario.name() + " | " + cells.apply(scenario.simulate()) + " |\n")
                .collect(Collectors.joining("", head, ""));
    }

    private static String percent(double rate) {
        return decimal(100 * rate) + " %";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
