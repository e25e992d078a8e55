package org.resnetclaims.claims.judging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.Metric;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.Observations;
import org.resnetclaims.training.RunOutcome;

/**
 * Arms under one hypothesis: those of a claim, or those of its control. There is one kind for each kind of statistical
 * assertion that a claim can make.
 */
public abstract sealed class Comparison permits ArmsComparison, PaperComparison {

    private final List<ArmRuns> arms;
    private final Metric metric;
    private final Hypothesis hypothesis;
    private int runs;

    Comparison(List<ArmRuns> arms, Metric metric, Hypothesis hypothesis) {
        this.arms = List.copyOf(arms);
        this.metric = metric;
        this.hypothesis = hypothesis;
    }

    /**
     * One arm against another.
     *
     * @throws IllegalArgumentException if both have the very same runs
     */
    public static Comparison of(ArmRuns first, ArmRuns second, Metric metric, Hypothesis hypothesis) {
        return new ArmsComparison(first, second, metric, hypothesis);
    }

    /**
     * One arm against a number of the paper.
     *
     * @param reason why the margin of the hypothesis is what it is
     */
    public static Comparison of(ArmRuns arm, PaperNumber number, Metric metric, Hypothesis hypothesis, String reason) {
        return new PaperComparison(arm, number, metric, hypothesis, reason);
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
        return arms.stream().map(arm -> arm.record(runs)).toList();
    }

    /** What the arms are compared by. */
    public Metric metric() {
        return metric;
    }

    /** What is claimed of the arms, and how it is decided. */
    public Hypothesis hypothesis() {
        return hypothesis;
    }

    /** A difference, with its sign changed where the claim says that the first arm is lower. */
    public double inItsDirection(double difference) {
        return hypothesis.relation() == Hypothesis.Relation.LOWER ? -difference : difference;
    }

    /** The errors of all runs, for the message of a failing assertion. */
    String numbers() {
        return arms.stream().map(this::numbers).collect(Collectors.joining(System.lineSeparator()));
    }

    /** What the first runs of an arm came to, once they are trained. */
    Observations observations(ArmRuns arm, int count) {
        // Both arms are asked for before either is waited for, so that no core is idle while the first one ends.
        request(count);
        return arm.observations(count, metric);
    }

    private String numbers(ArmRuns arm) {
        List<RunOutcome> outcomes = arm.record(runs).runs();
        double[] errors = outcomes.stream().mapToDouble(metric::of).toArray();
        return String.format(
                Locale.ROOT,
                "%s: mean %s %.2f %% (%s) on seeds %s",
                arm.name(),
                metric,
                Arrays.stream(errors).average().orElse(Double.NaN),
                Arrays.stream(errors)
                        .mapToObj(error -> String.format(Locale.ROOT, "%.2f", error))
                        .collect(Collectors.joining(", ")),
                outcomes.stream().map(outcome -> Long.toString(outcome.seed())).collect(Collectors.joining(", ")));
    }

    private void request(int count) {
        runs = count;
        arms.forEach(arm -> arm.request(count));
    }
}
