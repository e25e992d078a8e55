package org.resnetclaims.statistics;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * A claim of another design than one arm against another, and made-up arms that it is judged on.
 *
 * @param common the standard deviation of what the numbers of one seed have in common, in all arms
 */
record DesignScenario(String name, Hypothesis claim, double common, List<Errors> arms) {

    private static final long SEED = 20_151_210;

    private static final Design ORDER = new Design.Order();
    private static final Design PAIRS = new Design.Pairs("a network", "another number");
    private static final Design NUMBER = new Design.AgainstNumber(20, "20", "It is 20.");

    /** The difference lies exactly on the bound of the claim, so that REPRODUCED and REFUTED are both false. */
    static final List<DesignScenario> WITHOUT_EFFECT = List.of(
            pairs("normal errors", Errors.normal(20, 1), Errors.normal(20, 1)),
            pairs("exponential errors", Errors.exponential(20, 1), Errors.exponential(20, 1)),
            pairs("counts of wrong images, mean 5", Errors.counts(5), Errors.counts(5)),
            number("normal", Errors.normal(20, 1)),
            number("Student's t, 3 df", Errors.heavyTailed(20, 1)),
            order("equal spreads", normal(20, 1), normal(20, 1), normal(20, 1), normal(20, 1)),
            order(
                    "standard deviations 1, 1, 1, 1, 1",
                    normal(20, 1),
                    normal(20, 1),
                    normal(20, 1),
                    normal(20, 1),
                    normal(20, 1)),
            order("standard deviations 0.2, 3, 6, 6", normal(20, 0.2), normal(20, 3), normal(20, 6), normal(20, 6)),
            order("standard deviations 10, 1, 1", normal(20, 10), normal(20, 1), normal(20, 1)),
            order("20, 25, 25, 20 on average", normal(20, 1), normal(25, 1), normal(25, 1), normal(20, 1)),
            order(
                    "exponential",
                    Errors.exponential(20, 1),
                    Errors.exponential(20, 1),
                    Errors.exponential(20, 1),
                    Errors.exponential(20, 1)),
            order(
                    "one run in five diverged",
                    Errors.sometimesFailed(5, 20, 1),
                    Errors.sometimesFailed(5, 20, 1),
                    Errors.sometimesFailed(5, 20, 1)),
            new DesignScenario(
                    "order: rises by less than 2, and rises by 2, standard deviations 1, 1, 2, 2",
                    Hypothesis.notHigherBy(2).with(ORDER),
                    0,
                    List.of(normal(20, 1), normal(20 + 2 / 3.0, 1), normal(20 + 4 / 3.0, 2), normal(22, 2))));

    /** On the bound again, but of spreads or shapes for which so few runs are not enough. */
    static final List<DesignScenario> OUT_OF_REACH = List.of(
            order("standard deviations 1, 2, 4, 8", normal(20, 1), normal(20, 2), normal(20, 4), normal(20, 8)),
            number("uniform", Errors.uniform(20, 1)),
            number("exponential", Errors.exponential(20, 1)),
            number("lognormal", Errors.lognormal(20, 1)),
            order(
                    "exponential, standard deviations 1, 2, 4, 8",
                    Errors.exponential(20, 1),
                    Errors.exponential(20, 2),
                    Errors.exponential(20, 4),
                    Errors.exponential(20, 8)));

    static final List<DesignScenario> EFFECTS = List.of(
            pairs(
                    "higher, by 3 standard deviations of the difference",
                    normal(20 + 3 * Math.sqrt(2), 1),
                    normal(20, 1)),
            pairs(
                    "higher, by 2 standard deviations of the difference",
                    normal(20 + 2 * Math.sqrt(2), 1),
                    normal(20, 1)),
            pairs("higher, by 1 standard deviation of the difference", normal(20 + Math.sqrt(2), 1), normal(20, 1)),
            number("3 standard deviations higher", normal(23, 1)),
            number("2 standard deviations higher", normal(22, 1)),
            number("1 standard deviation lower", normal(19, 1)),
            order("0, 5, 20, 42 +- 0.2, 2, 6, 6", normal(0, 0.2), normal(5, 2), normal(20, 6), normal(42, 6)),
            order(
                    "a straight rise by 4 standard deviations",
                    normal(0, 1),
                    normal(4 / 3.0, 1),
                    normal(8 / 3.0, 1),
                    normal(4, 1)),
            order(
                    "a straight rise by 2 standard deviations",
                    normal(0, 1),
                    normal(2 / 3.0, 1),
                    normal(4 / 3.0, 1),
                    normal(2, 1)),
            order(
                    "a straight rise by 1 standard deviation",
                    normal(0, 1),
                    normal(1 / 3.0, 1),
                    normal(2 / 3.0, 1),
                    normal(1, 1)),
            order(
                    "the last arm alone 3 standard deviations higher",
                    normal(0, 1),
                    normal(0, 1),
                    normal(0, 1),
                    normal(3, 1)),
            order(
                    "reversed, by 4 standard deviations",
                    normal(4, 1),
                    normal(8 / 3.0, 1),
                    normal(4 / 3.0, 1),
                    normal(0, 1)),
            new DesignScenario(
                    "order: rises by less than 2 standard deviations, and does not rise",
                    Hypothesis.notHigherBy(2).with(ORDER),
                    0,
                    List.of(normal(0, 1), normal(0, 1), normal(0, 1), normal(0, 1))));

    Simulation simulate() {
        SplittableRandom random = new SplittableRandom(SEED);
        int most = claim.looks().get(claim.looks().size() - 1);
        return Simulation.of(claim, Simulation.EXPERIMENTS, () -> {
            double[] shared = Errors.normal(0, common).draw(most, random);
            List<IntFunction<Observations>> runs = arms.stream()
                    .map(arm -> runs(arm, sum(arm.draw(most, random), shared)))
                    .toList();
            return seeds -> SequentialTest.seen(
                    claim.design(), runs.stream().map(arm -> arm.apply(seeds)).toList());
        });
    }

    private static IntFunction<Observations> runs(Errors arm, double[] drawn) {
        return seeds -> arm.observations(drawn, seeds);
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = new double[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i];
        }
        return sum;
    }

    @Override
    public String toString() {
        return name;
    }

    private static Errors normal(double mean, double deviation) {
        return Errors.normal(mean, deviation);
    }

    private static DesignScenario pairs(String name, Errors first, Errors second) {
        double common = first.resolution() > 0 ? 0 : 5;
        return new DesignScenario("pairs: " + name, Hypothesis.higher().with(PAIRS), common, List.of(first, second));
    }

    private static DesignScenario number(String name, Errors arm) {
        return new DesignScenario("above 20: " + name, Hypothesis.higher().with(NUMBER), 0, List.of(arm));
    }

    private static DesignScenario order(String name, Errors... arms) {
        return new DesignScenario("order: " + name, Hypothesis.higher().with(ORDER), 0, List.of(arms));
    }
}
