package org.resnetclaims.statistics;

import java.util.List;
import org.resnetclaims.statistics.methods.KnownDeviations;

/**
 * A claim and two made-up arms that it is judged on. Against an arm that never varies, Welch's test is Student's of one
 * arm and a number.
 */
record Scenario(String name, Hypothesis claim, Errors first, Errors second) {

    /** The difference lies exactly on the bound of the claim, so that REPRODUCED and REFUTED are both false. */
    static final List<Scenario> WITHOUT_EFFECT = List.of(
            higher("normal errors, equal spreads", Errors.normal(20, 1), Errors.normal(20, 1)),
            higher("normal errors, variances 1 : 10", Errors.normal(20, 1), Errors.normal(20, Math.sqrt(10))),
            higher("normal errors, variances 30 : 1", Errors.normal(20, Math.sqrt(30)), Errors.normal(20, 1)),
            higher("normal errors, standard deviations 1 : 10", Errors.normal(20, 1), Errors.normal(20, 10)),
            higher("exponential errors", Errors.exponential(20, 1), Errors.exponential(20, 1)),
            higher("lognormal errors", Errors.lognormal(20, 1), Errors.lognormal(20, 1)),
            higher("errors of Student's t, 3 df", Errors.heavyTailed(20, 1), Errors.heavyTailed(20, 1)),
            higher(
                    "errors of Student's t, 3 df, standard deviations 1 : 10",
                    Errors.heavyTailed(20, 1),
                    Errors.heavyTailed(20, 10)),
            higher("uniform against normal, standard deviations 1 : 5", Errors.uniform(20, 1), Errors.normal(20, 5)),
            higher("one run in five diverged", Errors.sometimesFailed(5, 20, 1), Errors.sometimesFailed(5, 20, 1)),
            new Scenario(
                    "higher by more than 2, difference 2",
                    Hypothesis.higher().withMargin(2),
                    Errors.normal(22, 1),
                    Errors.normal(20, 1)),
            new Scenario(
                    "lower by more than 2, difference -2, variances 1 : 10",
                    Hypothesis.lower().withMargin(2),
                    Errors.normal(18, 1),
                    Errors.normal(20, Math.sqrt(10))),
            new Scenario(
                    "higher by less than 2, difference 2, variances 1 : 10",
                    Hypothesis.notHigherBy(2),
                    Errors.normal(22, 1),
                    Errors.normal(20, Math.sqrt(10))),
            new Scenario(
                    "equivalent within 2, difference 2",
                    Hypothesis.equivalentWithin(2),
                    Errors.normal(22, 1),
                    Errors.normal(20, 1)),
            new Scenario(
                    "equivalent within 0.01, difference 0.01",
                    Hypothesis.equivalentWithin(0.01),
                    Errors.normal(20.01, 1),
                    Errors.normal(20, Math.sqrt(10))),
            new Scenario(
                    "equivalent within 0.5 to a number, difference 0.5",
                    Hypothesis.equivalentWithin(0.5),
                    Errors.normal(7.5, 0.2),
                    Errors.exactly(7)));

    /** On the bound again, but most of unlike shapes: no test of means of so few runs holds its rate here. */
    static final List<Scenario> OUT_OF_REACH = List.of(
            higher("15 or 55 against 35, all +- 2", Errors.twoPeaked(15, 55, 2), Errors.normal(35, 2)),
            higher("uniform against normal, standard deviations 5 : 1", Errors.uniform(20, 5), Errors.normal(20, 1)),
            higher(
                    "counts of wrong images, mean 5: Poisson against geometric",
                    Errors.counts(5),
                    Errors.overdispersedCounts(5)),
            new Scenario(
                    "equivalent within 0.01, difference 0.01, normal errors, standard deviations 1 : 5",
                    Hypothesis.equivalentWithin(0.01),
                    Errors.normal(20.01, 1),
                    Errors.normal(20, 5)),
            higher("exponential against normal, equal spreads", Errors.exponential(20, 1), Errors.normal(20, 1)),
            higher("exponential, standard deviations 3 : 1", Errors.exponential(20, 3), Errors.exponential(20, 1)),
            higher("exponential, standard deviations 10 : 1", Errors.exponential(20, 10), Errors.exponential(20, 1)),
            higher("lognormal against normal, equal spreads", Errors.lognormal(20, 1), Errors.normal(20, 1)),
            new Scenario(
                    "higher by less than 2, difference 2, exponential, standard deviations 3 : 1",
                    Hypothesis.notHigherBy(2),
                    Errors.exponential(22, 3),
                    Errors.exponential(20, 1)),
            new Scenario(
                    "equivalent within 0.5 to a number, difference 0.5, exponential",
                    Hypothesis.equivalentWithin(0.5),
                    Errors.exponential(7.5, 0.2),
                    Errors.exactly(7)),
            new Scenario(
                    "equivalent within 0.5 to a number, difference 0.5, 6.5 or 8.5, each +- 0.05",
                    Hypothesis.equivalentWithin(0.5),
                    Errors.twoPeaked(6.5, 8.5, 0.05),
                    Errors.exactly(7)));

    /** Most runs are where the claim has them, but the mean is not. */
    static final List<Scenario> SOME_RUNS_FAIL = List.of(
            someFail("one run in twenty fails: within 0.5 of 6.97", 20),
            someFail("one run in ten fails: within 0.5 of 6.97", 10),
            someFail("one run in five fails: within 0.5 of 6.97", 5),
            someFail("one run in three fails: within 0.5 of 6.97", 3));

    private static final Errors PLAIN_20 = Errors.normal(14.2, 0.8);
    private static final Errors PLAIN_56 = Errors.normal(47, 14.4);
    private static final Errors PLAIN_34 = Errors.normal(21.2, 3);
    private static final Errors RESNET_20 = Errors.normal(6.8, 0.2);
    private static final Errors RESNET_56 = Errors.normal(9.3, 1.4);

    /**
     * Means of the first pilot, at 4,000 images; its spreads where it had several seeds, else 15 % of the mean for
     * plain networks, 10 % for others.
     */
    static final List<Scenario> LIKE_THE_PILOT = List.of(
            higher("plain-56 (47 +- 14.4) higher than plain-20 (14.2 +- 0.8)", PLAIN_56, PLAIN_20),
            lower("ResNet-56 (9.3 +- 1.4) lower than plain-56 (47 +- 14.4)", RESNET_56, PLAIN_56),
            lower("ResNet-20 (6.8 +- 0.2) lower than plain-20 (14.2 +- 0.8)", RESNET_20, PLAIN_20),
            higher("plain-34 (21.2 +- 3) higher than plain-18 (10.5 +- 1.6)", PLAIN_34, Errors.normal(10.5, 1.6)),
            lower("ResNet-34 (5.9 +- 0.6) lower than plain-34 (21.2 +- 3)", Errors.normal(5.9, 0.6), PLAIN_34));

    private static final Errors FITS = Errors.normal(0, 0.2);

    static final List<Scenario> OTHER_EFFECTS = List.of(
            higher(
                    "now at quick: plain-56 (42.1 +- 6.1) higher than plain-20 (0 +- 0.2)",
                    Errors.normal(42.1, 6.1),
                    FITS),
            higher(
                    "now at quick: plain-34 (11.3 +- 5.8) higher than plain-18 (0 +- 0.2)",
                    Errors.normal(11.3, 5.8),
                    FITS),
            new Scenario(
                    "now at quick: ResNet-56 (0 +- 0.2) higher than ResNet-20 (0 +- 0.2) by less than 1",
                    Hypothesis.notHigherBy(1),
                    FITS,
                    FITS),
            higher("the first again, plain-56 lognormal", Errors.lognormal(47, 14.4), PLAIN_20),
            new Scenario(
                    "ResNet-56 higher than ResNet-20 (6.8 +- 0.2) by less than 5",
                    Hypothesis.notHigherBy(5),
                    RESNET_56,
                    RESNET_20),
            higher("higher, by 3 standard deviations", Errors.normal(3, 1), Errors.normal(0, 1)),
            higher("higher, by 2 standard deviations", Errors.normal(2, 1), Errors.normal(0, 1)),
            higher("higher, by 1 standard deviation", Errors.normal(1, 1), Errors.normal(0, 1)),
            higher("tiny: higher, by 0.1 standard deviations", Errors.normal(0.1, 1), Errors.normal(0, 1)),
            higher("none: higher, the same network twice", PLAIN_20, PLAIN_20),
            lower("reversed: plain-56 lower than plain-20", PLAIN_56, PLAIN_20),
            new Scenario(
                    "equivalent within 2 standard deviations, no difference",
                    Hypothesis.equivalentWithin(2),
                    Errors.normal(0, 1),
                    Errors.normal(0, 1)),
            new Scenario(
                    "equivalent within 1 standard deviation, difference 3",
                    Hypothesis.equivalentWithin(1),
                    Errors.normal(3, 1),
                    Errors.normal(0, 1)),
            tableSix("ResNet-56", 6.97, 0.2, 6.97),
            tableSix("ResNet-20", 8.27, 0.2, 8.75),
            tableSix("ResNet-56", 6.61, 0.2, 6.97),
            tableSix("ResNet-110", 6.32, 0.2, 6.61),
            tableSix("plain-20", 9.0, 0.13, 8.75),
            tableSix("plain-20", 9.78, 0.13, 8.75),
            tableSix("plain-56", 12.95, 0.22, 6.97));

    Simulation simulate() {
        return Simulation.of(claim, first, second);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Scenario someFail(String name, int oneIn) {
        return new Scenario(
                name, Hypothesis.equivalentWithin(0.5), Errors.sometimesFailed(oneIn, 6.97, 0.2), Errors.exactly(6.97));
    }

    /** At the margin of {@link KnownDeviations}. */
    private static Scenario tableSix(String network, double mean, double deviation, double printed) {
        double margin = KnownDeviationsTest.TABLE_6.margin();
        return new Scenario(
                "%s (%s +- %s) within %s of %s"
                        .formatted(
                                network,
                                Numbers.plain(mean),
                                Numbers.plain(deviation),
                                Numbers.plain(margin),
                                Numbers.plain(printed)),
                Hypothesis.equivalentWithin(margin),
                Errors.normal(mean, deviation),
                Errors.exactly(printed));
    }

    private static Scenario higher(String name, Errors first, Errors second) {
        return new Scenario(name, Hypothesis.higher(), first, second);
    }

    private static Scenario lower(String name, Errors first, Errors second) {
        return new Scenario(name, Hypothesis.lower(), first, second);
    }
}
