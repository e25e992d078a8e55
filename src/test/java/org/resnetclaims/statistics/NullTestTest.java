package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resnetclaims.statistics.methods.NullTest;
import org.resnetclaims.statistics.methods.TwoSamples;

class NullTestTest {

    private static final int SESSIONS = 2_000;
    private static final int[] RUNS = {8, 8, 8, 8, 5, 5, 3, 3};

    /** Of the first arm over the second in each of four claims, in standard deviations. */
    private static final double[] EFFECTS = {0, 1, 2, 4};

    private static final SequentialTest CLAIM = new SequentialTest(Hypothesis.higher());

    private final SplittableRandom random = new SplittableRandom(20_151_210);

    /** SciPy 1.17.1, {@code ttest_ind} and {@code norm.isf}: z of -1.8005005 and -1.1698150. */
    @Test
    void contrasts_with_a_spread_are_combined() {
        NullTest test = NullTest.of(List.of(
                new TwoSamples(new double[] {7.1, 6.8, 7.4, 6.9}, new double[] {7.3, 7.6, 7.2, 7.9}),
                new TwoSamples(new double[] {14.1, 13.5}, new double[] {15.1}),
                new TwoSamples(new double[] {5, 5}, new double[] {5}),
                new TwoSamples(new double[] {5}, new double[] {6})));
        assertThat(test.contrasts()).isEqualTo(2);
        assertThat(test.z()).isCloseTo(-2.1003302, within(5e-8));
        assertThat(test.pValue()).isCloseTo(0.0356998, within(5e-8));
        assertThat(test.held()).isTrue();
    }

    @Test
    void nothing_to_test_holds() {
        assertThat(NullTest.of(List.of())).isEqualTo(new NullTest(0, 0, 1, true));
    }

    @Test
    void page_shows_what_it_finds() throws IOException {
        double[] none = found(0, EFFECTS.length * 2);
        double[] two = found(2, EFFECTS.length * 2);
        assertThat(none[0]).isLessThan(0.02);
        assertThat(none[1]).isLessThan(0.02);
        assertThat(two[0]).isGreaterThan(0.95);
        assertThat(two[1]).isGreaterThan(0.95);
        String table = "| bias of every second seed | found, fixed seeds | found, stopping early |\n|---|---|---|\n"
                + row("none", none)
                + row("2 standard deviations, in every arm", two)
                + row("1 standard deviation, in every arm", found(1, EFFECTS.length * 2))
                + row("2 standard deviations, in one arm", found(2, 1));
        assertThat(Files.readString(Path.of("results", "method.md")).contains(table))
                .withFailMessage("results/method.md should hold this table:%n%n%s", table)
                .isTrue();
    }

    private static String row(String name, double[] found) {
        return String.format(Locale.ROOT, "| %s | %.1f %% | %.1f %% |%n", name, 100 * found[0], 100 * found[1])
                .replace(System.lineSeparator(), "\n");
    }

    /** How often a bias of the first arms is found, with fixed numbers of seeds and with those that claims ask for. */
    private double[] found(double bias, int biasedArms) {
        return new double[] {found(() -> fixed(bias, biasedArms)), found(() -> stoppingEarly(bias, biasedArms))};
    }

    private static double found(Supplier<List<TwoSamples>> session) {
        long found = IntStream.range(0, SESSIONS)
                .filter(ignored -> !NullTest.of(session.get()).held())
                .count();
        return (double) found / SESSIONS;
    }

    private List<TwoSamples> fixed(double bias, int biasedArms) {
        List<TwoSamples> contrasts = new ArrayList<>();
        for (int arm = 0; arm < RUNS.length; arm++) {
            contrasts.add(halves(runs(0, arm < biasedArms ? bias : 0), RUNS[arm]));
        }
        return contrasts;
    }

    private List<TwoSamples> stoppingEarly(double bias, int biasedArms) {
        List<TwoSamples> contrasts = new ArrayList<>();
        for (int claim = 0; claim < EFFECTS.length; claim++) {
            double[] first = runs(EFFECTS[claim], 2 * claim < biasedArms ? bias : 0);
            double[] second = runs(0, 2 * claim + 1 < biasedArms ? bias : 0);
            int seeds = seeds(first, second);
            contrasts.add(halves(first, seeds));
            contrasts.add(halves(second, seeds));
        }
        return contrasts;
    }

    private static int seeds(double[] first, double[] second) {
        for (int index = 0; index < Hypothesis.LOOKS.size(); index++) {
            int seeds = Hypothesis.LOOKS.get(index);
            Seen seen = new TwoArms(
                    Observations.of(Arrays.copyOf(first, seeds)), Observations.of(Arrays.copyOf(second, seeds)));
            if (CLAIM.look(index, seen).verdict() != Verdict.INCONCLUSIVE) {
                return seeds;
            }
        }
        return first.length;
    }

    private double[] runs(double mean, double bias) {
        double[] runs = new double[12];
        Arrays.setAll(runs, seed -> mean + random.nextGaussian() + bias * (seed % 2));
        return runs;
    }

    private static TwoSamples halves(double[] runs, int seeds) {
        return new TwoSamples(every(runs, 0, seeds), every(runs, 1, seeds));
    }

    private static double[] every(double[] runs, int start, int seeds) {
        return IntStream.range(0, seeds)
                .filter(seed -> seed % 2 == start)
                .mapToDouble(seed -> runs[seed])
                .toArray();
    }
}
