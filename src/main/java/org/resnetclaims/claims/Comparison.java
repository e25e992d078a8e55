package org.resnetclaims.claims;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.SequentialTest;
import org.resnetclaims.training.RunOutcome;

/** Two arms under one hypothesis: those of a claim, or those of its control. */
final class Comparison {

    private final Arm first;
    private final Arm second;
    private final Metric metric;
    private final Hypothesis hypothesis;
    private int runs;

    Comparison(Arm first, Arm second, Metric metric, Hypothesis hypothesis) {
        this.first = first;
        this.second = second;
        this.metric = metric;
        this.hypothesis = hypothesis;
    }

    /** Has both arms trained as far as the first look needs, without waiting. */
    void start() {
        request(hypothesis.looks().get(0));
    }

    /** Waits for as many runs as the decision needs. */
    Decision decide() {
        return SequentialTest.judge(hypothesis, n -> errors(first, n), n -> errors(second, n));
    }

    /** Both arms, with the runs that the decision was, or was to be, based on. */
    List<ArmRecord> arms() {
        return List.of(first.record(runs), second.record(runs));
    }

    Metric metric() {
        return metric;
    }

    Hypothesis hypothesis() {
        return hypothesis;
    }

    /** The difference of the arms so that it is positive where it goes the way of the claim. */
    double inItsDirection(double difference) {
        return hypothesis.relation() == Hypothesis.Relation.LOWER ? -difference : difference;
    }

    /** The hypothesis in words. */
    String words() {
        return hypothesis.inWords(metric.toString(), first.name(), second.name());
    }

    /** The errors of all runs, for the message of a failing assertion. */
    String numbers() {
        return "%s%n%s".formatted(numbers(first), numbers(second));
    }

    private String numbers(Arm arm) {
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

    private double[] errors(Arm arm, int runs) {
        // Both arms at once, or the cores would idle at the end of each.
        request(runs);
        return arm.errors(runs, metric);
    }

    private void request(int runs) {
        this.runs = runs;
        first.request(runs);
        second.request(runs);
    }
}
