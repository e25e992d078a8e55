package org.resnetclaims.claims.judging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.laboratory.Look;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Design;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.Observations;
import org.resnetclaims.statistics.SequentialTest;

/** Arms under one hypothesis: those of a claim, or those of its control. */
public final class Comparison {

    private final List<ArmRuns> arms;
    private final List<Observable> observables;
    private final Hypothesis hypothesis;
    private Consumer<List<Look>> expecting = looks -> {};
    private int look;
    private int runs;

    /** @param observables one for all arms; or two, for one arm that is measured in both ways */
    private Comparison(List<ArmRuns> arms, List<Observable> observables, Hypothesis hypothesis) {
        this.arms = List.copyOf(arms);
        this.observables = List.copyOf(observables);
        this.hypothesis = hypothesis.in(observable().described().unitOfDifferences());
        for (int i = 0; i < arms.size(); i++) {
            if (arms.subList(0, i).stream().anyMatch(arms.get(i)::sharesRunsWith)) {
                throw new IllegalArgumentException(
                        "%s is compared with itself, run by run, which shows nothing: compare it with another network"
                                .formatted(arms.get(i).name()));
            }
        }
    }

    /**
     * One arm against another.
     *
     * @throws IllegalArgumentException if both have the very same runs
     */
    public static Comparison of(ArmRuns first, ArmRuns second, Observable observable, Hypothesis hypothesis) {
        return new Comparison(List.of(first, second), List.of(observable), hypothesis);
    }

    /**
     * Several arms in an order.
     *
     * @throws IllegalArgumentException if two of them have the very same runs
     */
    public static Comparison inOrder(List<ArmRuns> arms, Observable observable, Hypothesis hypothesis) {
        return new Comparison(arms, List.of(observable), hypothesis.with(new Design.Order()));
    }

    /**
     * One arm against a number that is declared.
     *
     * @param reason why it is this number
     */
    public static Comparison of(
            ArmRuns arm, double bound, Observable observable, Hypothesis hypothesis, String reason) {
        String inWords =
                "%s %s".formatted(inWords(bound), observable.described().unit());
        return against(
                new Design.AgainstNumber(bound, inWords.strip(), "The bound: %s.".formatted(reason)),
                arm,
                observable,
                hypothesis);
    }

    /**
     * One arm against a number of the paper.
     *
     * @param because a sentence on why it is this number, or this margin around it
     */
    public static Comparison of(
            ArmRuns arm, PaperNumber number, Observable observable, Hypothesis hypothesis, String because) {
        if (!observable.described().unit().equals(number.unit())) {
            throw new IllegalArgumentException("The %s is measured in \"%s\", but the number of %s is in \"%s\""
                    .formatted(observable, observable.described().unit(), number.source(), number.unit()));
        }
        String inWords = "the %s %s of %s".formatted(number.value(), number.unit(), number.source());
        return against(new Design.AgainstNumber(number.number(), inWords, because), arm, observable, hypothesis);
    }

    private static Comparison against(
            Design.AgainstNumber number, ArmRuns arm, Observable observable, Hypothesis hypothesis) {
        return new Comparison(List.of(arm), List.of(observable), hypothesis.with(number));
    }

    /**
     * The networks of one arm, measured in two ways.
     *
     * @throws IllegalArgumentException if the two numbers have not one unit, or do not both come from examinations
     */
    public static Comparison ofPairs(ArmRuns arm, Observable first, Observable second, Hypothesis hypothesis) {
        if (!hasUnitOf(first, second) || !first.isExamined() || !second.isExamined()) {
            throw new IllegalArgumentException(
                    "The %s and the %s are no pair: compare two findings of examinations, in one unit"
                            .formatted(first, second));
        }
        return new Comparison(
                List.of(arm), List.of(first, second), hypothesis.with(new Design.Pairs(arm.name(), second.toString())));
    }

    /** Waits for as many runs as the decision needs. */
    Decision decide() {
        refuseIdenticalArms(hypothesis.looks().get(0));
        return SequentialTest.judge(
                hypothesis,
                sides().<IntFunction<Observations>>map(side -> count -> observations(side, count))
                        .toList());
    }

    private void refuseIdenticalArms(int count) {
        for (int i = 0; i < arms.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (areIdentical(arms.get(i), arms.get(j), count)) {
                    throw new IdenticalArmsError(arms.get(j), arms.get(i), count);
                }
            }
        }
    }

    private boolean areIdentical(ArmRuns one, ArmRuns other, int count) {
        ArmRecord ofOne = one.measured(count, observable());
        ArmRecord ofOther = other.measured(count, observable());
        // Where a number is one and the same for all seeds, other networks may well have it too.
        return observable().needsTraining()
                ? IntStream.range(0, count)
                        .allMatch(i ->
                                ofOne.runs().get(i).hasSameBitsAs(ofOther.runs().get(i)))
                : ofOne.numbers().equals(ofOther.numbers())
                        && Arrays.stream(ofOne.values()).distinct().count() > 1;
    }

    /** The hypothesis in words. */
    public String words() {
        return hypothesis.inWords(
                observable().toString(), arms.stream().map(ArmRuns::name).toArray(String[]::new));
    }

    /**
     * The same assertion of other arms; there are as many as here.
     *
     * @param instead of the observables here; none for the same
     * @throws IllegalArgumentException if there are more or fewer, or they have another unit
     */
    Comparison on(List<ArmRuns> others, List<Observable> instead) {
        List<Observable> measured = instead.isEmpty() ? observables : instead;
        if (measured.size() != observables.size()
                || measured.stream().anyMatch(other -> !hasUnitOf(other, observable()))) {
            throw new IllegalArgumentException(
                    "%s cannot stand in for %s: take as many, in one unit".formatted(measured, observables));
        }
        return observables.size() > 1
                ? ofPairs(others.get(0), measured.get(0), measured.get(1), hypothesis)
                : new Comparison(others, measured, hypothesis);
    }

    /** The same arms and observables under another hypothesis of the same design. */
    Comparison under(Hypothesis instead) {
        return new Comparison(arms, observables, instead.with(hypothesis.design()));
    }

    private static boolean hasUnitOf(Observable one, Observable other) {
        return one.described().unit().equals(other.described().unit());
    }

    /**
     * Asks for the first runs of all arms, so many of each, without waiting for them.
     *
     * @param whoExpects is told now and at each further look of that look and those that may follow
     */
    void start(int seeds, Consumer<List<Look>> whoExpects) {
        expecting = whoExpects;
        request(seeds);
        expecting.accept(looksFrom(0));
    }

    private List<Look> looksFrom(int first) {
        List<Integer> looks = hypothesis.looks();
        return IntStream.range(first, looks.size())
                .mapToObj(i -> new Look(
                        looks.get(i),
                        arms.stream()
                                .filter(arm -> observable().needsTraining())
                                .flatMap(arm -> arm.runs(i > 0 ? looks.get(i - 1) : 0, looks.get(i)))
                                .toList()))
                .toList();
    }

    List<ArmRuns> arms() {
        return arms;
    }

    /**
     * All arms, with those of the runs asked for so far that have been trained; after the decision, that is all of
     * them. An arm that is measured in two ways comes twice.
     */
    public List<ArmRecord> records() {
        return sides().map(side -> side.record(runs)).toList();
    }

    /** What the arms are judged by; of two ways to measure one arm, the first. */
    public Observable observable() {
        return observables.get(0);
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
        return sides().map(side -> numbers(side.record(runs), side.observable()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** What the first runs of an arm came to, once they are trained. */
    private Observations observations(Side side, int count) {
        // All arms are asked for before any is waited for, so that no core is idle while the first one ends.
        request(count);
        int index = hypothesis.looks().indexOf(count);
        if (index > look) {
            look = index;
            expecting.accept(looksFrom(look));
        }
        ArmRuns arm = side.arm();
        ArmRecord measured = arm.measured(count, side.observable());
        measured.numbers().stream()
                .filter(number -> !Double.isFinite(number.value()))
                .findFirst()
                .ifPresent(number -> {
                    throw new MissingNumberError(
                            arm.name(),
                            number.seed(),
                            side.observable(),
                            number.value(),
                            measured.runs().stream().anyMatch(run -> run.seed() == number.seed() && run.diverged()));
                });
        return arm.observations(measured, side.observable());
    }

    private static String numbers(ArmRecord record, Observable observable) {
        return "%s: mean %s %s%s (%s) on seeds %s"
                .formatted(
                        record.name(),
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
        sides().forEach(side -> side.arm().request(count, side.observable()));
    }

    private Stream<Side> sides() {
        return observables.size() > 1
                ? observables.stream()
                        .map(way -> new Side(arms.get(0), way, arms.get(0).name() + ", " + way))
                : arms.stream().map(arm -> new Side(arm, observable(), arm.name()));
    }

    /** An arm and what it is judged by here. */
    private record Side(ArmRuns arm, Observable observable, String name) {

        ArmRecord record(int count) {
            return arm.record(name, count, observable);
        }
    }
}
