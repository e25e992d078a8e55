package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.resnetclaims.statistics.methods.Interval;

/**
 * The whole rule on 1,000 random cases, against what R says of them: {@code src/test/r/cross-check.R} draws the cases
 * and judges each by other means. The gate on other images is not among them.
 */
class CrossCheckTest {

    /** Relative. R's boundaries are good to 1e-10; those of the recursive integration here are off by up to 8e-8. */
    private static final double TOLERANCE = 1e-7;

    private static List<CrossCheckCase> cases;

    @BeforeAll
    static void judgeAll() throws IOException, URISyntaxException {
        Path table = Path.of(CrossCheckTest.class.getResource("cross-check.csv").toURI());
        List<String> lines = Files.readAllLines(table);
        List<String> columns = List.of(lines.get(1).split(",")); // the line above names the source
        cases = lines.subList(2, lines.size()).parallelStream()
                .map(line -> CrossCheckCase.judged(columns, line))
                .toList();
        assertThat(cases).hasSize(1000);
    }

    @Test
    void verdict_look_and_obstacle_are_the_same() {
        assertThat(cases).allSatisfy(each -> {
            List<Look> looks = each.decision().looks();
            Obstacle obstacle = looks.get(looks.size() - 1).obstacle();
            assertThat(each.decision().verdict()).hasToString(each.cell("verdict"));
            assertThat(looks).hasSize((int) each.number("looksUsed"));
            assertThat(obstacle == null ? "NONE" : obstacle.name()).isEqualTo(each.cell("obstacle"));
        });
    }

    @Test
    void p_value_is_the_same() {
        assertSame("p", Decision::pValue);
    }

    /** To a part of its width, since either end may lie near 0. */
    @Test
    void interval_is_the_same() {
        assertThat(cases).allSatisfy(each -> {
            double lower = each.number("lower");
            double upper = each.number("upper");
            Interval interval = each.decision().interval();
            assertThat(interval.lower()).isCloseTo(lower, within(TOLERANCE * (upper - lower)));
            assertThat(interval.upper()).isCloseTo(upper, within(TOLERANCE * (upper - lower)));
        });
    }

    @Test
    void effect_size_is_the_same() {
        assertSame("g", Decision::effectSize);
        assertSame("superiority", Decision::probabilityOfSuperiority);
    }

    @Test
    void page_names_the_verdicts() throws IOException {
        assertThat(Files.readString(Path.of("results", "method.md")))
                .contains("%d REPRODUCED, %d REFUTED and %d INCONCLUSIVE"
                        .formatted(count(Verdict.REPRODUCED), count(Verdict.REFUTED), count(Verdict.INCONCLUSIVE)));
    }

    private static void assertSame(String column, ToDoubleFunction<Decision> computed) {
        assertThat(cases).allSatisfy(each -> {
            double expected = each.number(column);
            assertThat(computed.applyAsDouble(each.decision()))
                    .isCloseTo(expected, within(TOLERANCE * Math.abs(expected)));
        });
    }

    private static long count(Verdict verdict) {
        return cases.stream()
                .filter(each -> each.decision().verdict() == verdict)
                .count();
    }
}
