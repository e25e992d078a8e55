package org.resnetclaims.statistics;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.resnetclaims.statistics.methods.OneSided;

/**
 * What is decided, declared before anything is measured. D is the mean difference of which its design speaks, in
 * whatever number the arms are judged by.
 *
 * @param design what is set against what
 * @param relation what D must be
 * @param margin the smallest difference that matters for {@code HIGHER} and {@code LOWER} (0 where any will do), the
 *     largest that does not for the others
 * @param unit of D and of the margin, such as points where the numbers are in percent; empty where they have none
 * @param errorRate bound on the probability of a false REPRODUCED, and likewise of a false REFUTED, over all looks
 * @param looks seeds per arm at each look, ascending, at least 3; the last one is the maximum
 */
public record Hypothesis(
        Design design, Relation relation, double margin, String unit, double errorRate, List<Integer> looks) {

    /** The error rate of a claim that does not say otherwise. */
    public static final double ERROR_RATE = 0.05;

    /** Crowded at the beginning, where another seed costs little and most claims are decided. */
    public static final List<Integer> LOOKS = List.of(3, 4, 5, 6, 8, 12);

    /** Fewer runs an arm say nothing of its spread. */
    static final int FEWEST_SEEDS = 3;

    /** The unit of a difference of percentages. */
    private static final String POINTS = "points";

    public enum Relation {
        /** {@code D > margin}. */
        HIGHER,
        /** {@code D < -margin}. */
        LOWER,
        /** {@code D < margin}: the first arm is worse by less than the margin, if at all. */
        NOT_HIGHER,
        /** {@code -margin < D < margin}. */
        EQUIVALENT
    }

    public Hypothesis {
        looks = List.copyOf(looks);
        require(design != null, "a hypothesis has no design");
        require(unit != null, "a hypothesis has no unit");
        require(Double.isFinite(margin) && margin >= 0, "a margin is a number from 0 up, not " + margin);
        require(
                margin > 0 || relation == Relation.HIGHER || relation == Relation.LOWER,
                relation + " needs a margin above 0: no number of seeds can show that a difference is exactly 0");
        require(errorRate > 0 && errorRate < 0.5, "an error rate lies between 0 and 0.5, not at " + errorRate);
        require(
                !looks.isEmpty() && looks.get(0) >= FEWEST_SEEDS,
                "the first look needs at least " + FEWEST_SEEDS + " seeds per arm, the looks are " + looks);
        for (int i = 1; i < looks.size(); i++) {
            require(looks.get(i) > looks.get(i - 1), "each look needs more seeds than the one before, not " + looks);
        }
    }

    /** The first arm has the higher mean, of errors in percent, as in the next three. */
    public static Hypothesis higher() {
        return of(Relation.HIGHER, 0);
    }

    /** The first arm has the lower mean. */
    public static Hypothesis lower() {
        return of(Relation.LOWER, 0);
    }

    /** The mean of the first arm is higher by less than the margin, if it is higher at all (non-inferiority). */
    public static Hypothesis notHigherBy(double margin) {
        return of(Relation.NOT_HIGHER, margin);
    }

    /** The means differ by less than the margin. */
    public static Hypothesis equivalentWithin(double margin) {
        return of(Relation.EQUIVALENT, margin);
    }

    private static Hypothesis of(Relation relation, double margin) {
        return new Hypothesis(new Design.TwoArms(), relation, margin, POINTS, ERROR_RATE, LOOKS);
    }

    public Hypothesis withMargin(double newMargin) {
        return new Hypothesis(design, relation, newMargin, unit, errorRate, looks);
    }

    /** The same of numbers whose differences have this unit. */
    public Hypothesis in(String newUnit) {
        return new Hypothesis(design, relation, margin, newUnit, errorRate, looks);
    }

    public Hypothesis withLooks(List<Integer> seedsPerArm) {
        return new Hypothesis(design, relation, margin, unit, errorRate, seedsPerArm);
    }

    /** The same, decided at one look and another error rate. */
    public Hypothesis atOneLook(int seedsPerArm, double newErrorRate) {
        return new Hypothesis(design, relation, margin, unit, newErrorRate, List.of(seedsPerArm));
    }

    /** The same relation, of what another design sets against each other. */
    public Hypothesis with(Design newDesign) {
        return new Hypothesis(newDesign, relation, margin, unit, errorRate, looks);
    }

    /**
     * The declaration as a reader sees it before the result.
     *
     * @param observable what the arms are judged by, such as {@code training error}
     * @param arms the names of all, in the order of the design
     */
    public String inWords(String observable, String... arms) {
        if (design instanceof Design.Order) {
            return inWords(
                    "The mean %s %s".formatted(observable, relationAlong(String.join(", ", arms))),
                    "Welch tests of the line of least squares through the means",
                    "the numbers of the arms have unlike shapes");
        }
        if (design instanceof Design.AgainstNumber number) {
            return inWords(
                            "The mean %s of %s %s".formatted(observable, arms[0], relationTo(number.inWords())),
                            "t tests",
                            "the numbers are far from normal")
                    + " " + number.because();
        }
        if (design instanceof Design.Pairs pairs) {
            return inWords(
                    "The mean %s of %s %s"
                            .formatted(
                                    observable,
                                    pairs.networks(),
                                    relationTo("the %s of the same networks".formatted(pairs.other()))),
                    "t tests of the difference that each network shows",
                    "the differences are far from normal");
        }
        return inWords(
                "The mean %s of %s %s".formatted(observable, arms[0], relationTo("that of " + arms[1])),
                "Welch tests",
                "the numbers of the two arms have unlike shapes");
    }

    private String inWords(String statement, String tests, String unless) {
        return "%s. Judged by one-sided %s at %s seeds per arm, stopping as soon as the evidence suffices; "
                        .formatted(statement, tests, looksInWords())
                + "over all looks together, the probability of a false REPRODUCED is at most %s %%, and so is that of a false REFUTED, unless %s."
                        .formatted(Numbers.plain(100 * errorRate), unless);
    }

    /**
     * Seeds per arm at the first look that can end with REPRODUCED: a likeness needs enough to bound the rate of failed
     * runs.
     */
    public int fewestSeeds() {
        return looks.stream()
                .filter(seeds ->
                        !ofLikeness() || FailedRuns.of(new boolean[seeds]).withinLimit())
                .findFirst()
                .orElse(looks.get(looks.size() - 1));
    }

    /** The one-sided statements that the claim consists of; it holds when all of them do. */
    List<OneSided> statements() {
        return switch (relation) {
            case HIGHER -> List.of(OneSided.above(margin));
            case LOWER -> List.of(OneSided.below(-margin));
            case NOT_HIGHER -> List.of(OneSided.below(margin));
            case EQUIVALENT -> List.of(OneSided.above(-margin), OneSided.below(margin));
        };
    }

    /** The p-value of the claim by some test: that of the statement which it speaks least for. */
    double weakest(ToDoubleFunction<OneSided> pValue) {
        return statements().stream().mapToDouble(pValue).max().orElseThrow();
    }

    /**
     * The p-value of the contrary of the claim. Where a claim consists of two statements either contrary refutes it, so
     * both share the error rate.
     */
    double contrary(ToDoubleFunction<OneSided> pValue) {
        double least = statements().stream()
                .map(OneSided::contrary)
                .mapToDouble(pValue)
                .min()
                .orElseThrow();
        return Math.min(1, statements().size() * least);
    }

    /** Whether it claims that the arms are alike rather than that they differ. */
    boolean ofLikeness() {
        return relation == Relation.NOT_HIGHER || relation == Relation.EQUIVALENT;
    }

    private String relationTo(String second) {
        String by = Numbers.amount(margin, unit);
        return switch (relation) {
            case HIGHER -> "is higher than " + second + (margin > 0 ? " by more than " + by : "");
            case LOWER -> "is lower than " + second + (margin > 0 ? " by more than " + by : "");
            case NOT_HIGHER -> "is higher than " + second + " by less than " + by + ", if at all";
            case EQUIVALENT -> "differs from " + second + " by less than " + by;
        };
    }

    private String relationAlong(String order) {
        String by = Numbers.amount(margin, unit) + " from the first to the last";
        return switch (relation) {
            case HIGHER -> "rises along " + order + (margin > 0 ? " by more than " + by : "");
            case LOWER -> "falls along " + order + (margin > 0 ? " by more than " + by : "");
            case NOT_HIGHER -> "rises along " + order + " by less than " + by + ", if at all";
            case EQUIVALENT -> "changes along " + order + " by less than " + by;
        };
    }

    private String looksInWords() {
        int last = looks.size() - 1;
        String start = looks.subList(0, last).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return start.isEmpty() ? String.valueOf(looks.get(last)) : start + " and " + looks.get(last);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
