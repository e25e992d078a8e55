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

/** Arms under one hypothesis: those of a claim, or those of its control. */
abstract class Comparison {

    private final List<Arm> arms;
    private final Metric metric;
    private final Hypothesis hypothesis;
    private int runs;

    Comparison(List<Arm> arms, Metric metric, Hypothesis hypothesis) {
        this.arms = List.copyOf(arms);
        this.metric = metric;
        this.hypothesis = hypothesis;
    }

    /** Waits for as many runs as the decision needs. */
    abstract Decision decide();

    /** The hypothesis in words. */
    abstract String words();

    /** The same assertion of other arms; there are as many as here. */
    abstract Comparison on(List<Arm> others, Hypothesis instead);

    /** Has so many runs of all arms trained, without waiting. */
    void start(int seeds) {
        request(seeds);
    }

    List<Arm> arms() {
        return arms;
    }

    /** All arms, with the runs that the decision was, or was to be, based on. */
    List<ArmRecord> records() {
        return arms.stream().map(arm -> arm.record(runs)).toList();
    }

    Metric metric() {
        return metric;
    }

    Hypothesis hypothesis() {
        return hypothesis;
    }

    /** The difference so that it is positive where it goes the way of the claim. */
    double inItsDirection(double difference) {
        return hypothesis.relation() == Hypothesis.Relation.LOWER ? -difference : difference;
    }

    /** The errors of all runs, for the message of a failing assertion. */
    String numbers() {
        return arms.stream().map(this::numbers).collect(Collectors.joining(System.lineSeparator()));
    }

    /** What the first runs of an arm came to, once they are trained. */
    Observations observations(Arm arm, int count) {
        // All arms at once, or the cores would idle at the end of each.
        request(count);
        return arm.observations(count, metric);
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

    private void request(int count) {
        runs = count;
        arms.forEach(arm -> arm.request(count));
    }
}
