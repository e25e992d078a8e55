package org.resnetclaims.claims.judging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.Observations;

/**
 * Arms under one hypothesis: those of a claim, or those of its control. There is one kind for each kind of statistical
 * assertion that a claim can make.
 */
public abstract sealed class Comparison permits ArmsComparison, PaperComparison {

    private final List<ArmRuns> arms;
    private final Observable observable;
    private final Hypothesis hypothesis;
    private int runs;

    Comparison(List<ArmRuns> arms, Observable observable, Hypothesis hypothesis) {
        this.arms = List.copyOf(arms);
        this.observable = observable;
        this.hypothesis = hypothesis.in(observable.described().unitOfDifferences());
    }

    /**
     * One arm against another.
     *
     * @throws IllegalArgumentException if both have the very same runs
     */
    public static Comparison of(ArmRuns first, ArmRuns second, Observable observable, Hypothesis hypothesis) {
        return new ArmsComparison(first, second, observable, hypothesis);
    }

    /**
     * One arm against a number of the paper.
     *
     * @param reason why the margin of the hypothesis is what it is
     */
    public static Comparison of(
            ArmRuns arm, PaperNumber number, Observable observable, Hypothesis hypothesis, String reason) {
        return new PaperComparison(arm, number, observable, hypothesis, reason);
    }

    /** Waits for as many runs as the decision needs. */
    abstract Decision decide();

    /** The hypothesis in words. */
    public abstract String words();

    /** The same assertion of other arms; there are as many as here. */
    abstract Comparison on(List<ArmRuns> others, Hypothesis instead);

    /** Asks for the first runs of all arms, so many of each, without waiting for them. */
    void start(int seeds) {
        request(seeds);
    }

    List<ArmRuns> arms() {
        return arms;
    }

    /**
     * All arms, with those of the runs asked for so far that have been trained; after the decision, that is all of
     * them.
     */
    public List<ArmRecord> records() {
        return arms.stream().map(arm -> arm.record(runs, observable)).toList();
    }

    /** What the arms are judged by. */
    public Observable observable() {
        return observable;
    }

    /** What is claimed of the arms, and how it is decided. */
    public Hypothesis hypothesis() {
        return hypothesis;
    }

    /** A difference, with its sign changed where the claim says that the first arm is lower. */
    public double inItsDirection(double difference) {
        return hypothesis.relation() == Hypothesis.Relation.LOWER ? -difference : difference;
    }

    /** The numbers of all runs, for the message of a failing assertion. */
    String numbers() {
        return arms.stream().map(this::numbers).collect(Collectors.joining(System.lineSeparator()));
    }

    /** What the first runs of an arm came to, once they are trained. */
    Observations observations(ArmRuns arm, int count) {
        // Both arms are asked for before either is waited for, so that no core is idle while the first one ends.
        request(count);
        ArmRecord measured = arm.measured(count, observable);
        measured.numbers().stream()
                .filter(number -> !Double.isFinite(number.value()))
                .findFirst()
                .ifPresent(number -> {
                    throw new MissingNumberError(
                            arm.name(),
                            number.seed(),
                            observable,
                            number.value(),
                            measured.runs().stream().anyMatch(run -> run.seed() == number.seed() && run.diverged()));
                });
        return arm.observations(measured, observable);
    }

    private String numbers(ArmRuns arm) {
        ArmRecord record = arm.record(runs, observable);
        return "%s: mean %s %s%s (%s) on seeds %s"
                .formatted(
                        arm.name(),
                        observable,
                        inWords(Arrays.stream(record.values()).average().orElse(Double.NaN)),
                        observable.described().unit().isEmpty()
                                ? ""
                                : " " + observable.described().unit(),
                        Arrays.stream(record.values())
                                .mapToObj(Comparison::inWords)
                                .collect(Collectors.joining(", ")),
                        record.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** With two decimals, since errors are not known better; below 0.1 with two digits. */
    private static String inWords(double value) {
        return String.format(Locale.ROOT, value == 0 || Math.abs(value) >= 0.1 ? "%.2f" : "%.2g", value);
    }

    private void request(int count) {
        runs = count;
        arms.forEach(arm -> arm.request(count, observable));
    }
}
