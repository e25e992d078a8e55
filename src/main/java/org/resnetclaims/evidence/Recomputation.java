package org.resnetclaims.evidence;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.files.Json;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Design;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.Observations;
import org.resnetclaims.statistics.SequentialTest;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.Mistakes;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;

/**
 * Decides everything in a record once more, from its runs and numbers, and compares: a record that was altered by
 * accident, or lies in the wrong folder, contradicts itself. One that was altered with intent, with everything that
 * follows from it, does not.
 */
final class Recomputation {

    /** Relative; another JVM may round the last digits differently. */
    private static final double TOLERANCE = 1e-9;

    private final SessionRecord session;

    Recomputation(SessionRecord session) {
        this.session = session;
    }

    /** @throws Contradiction with what does not agree */
    void check(ClaimRecord claim) throws Contradiction {
        require(
                claim.session().equals(session.identity()),
                "it belongs to another session than session.json describes");
        ObservableRecord observable = claim.observable().orElse(null);
        for (ArmRecord arm : claim.arms()) {
            check(arm, requireNonNull(observable), observable.needsTraining());
        }
        if (claim.state() instanceof ClaimState.Judged judged) {
            checkJudged(claim, judged);
        } else {
            checkUnjudged(claim);
        }
    }

    /** @throws Contradiction if a control of the session, or a standing, is not what these claims say */
    void checkControls(Collection<ClaimRecord> claims) throws Contradiction {
        for (SessionControl control : session.controls()) {
            if (control.id().equals(NullContrasts.ID)) {
                SessionControl again = NullContrasts.control(claims);
                require(
                        Objects.equals(again.held(), control.held()),
                        "its control %s is recorded as %s, but by the runs it is %s"
                                .formatted(control.id(), held(control), held(again)));
            } else if (control.runs() == null) {
                require(
                        !Boolean.TRUE.equals(control.held()),
                        "its control %s is recorded as held, without the runs that show it".formatted(control.id()));
            } else {
                check(control.runs(), ObservableRecord.TRAINING_ERROR);
                // This is a positive control: it holds where the effect is found, as a negative one does where it is
                // not.
                boolean holds = !control.runs().holds();
                require(
                        Objects.equals(holds, control.held()),
                        "its control %s is recorded as %s, which its decision is not"
                                .formatted(control.id(), held(control)));
            }
        }
        for (ClaimRecord claim : claims) {
            Standing recorded = session.standing(claim);
            require(
                    recorded.equals(session.decide(claim)),
                    "it records the claim %s as %s, which by its controls it is not"
                            .formatted(claim.id(), recorded.status()));
        }
    }

    private static String held(SessionControl control) {
        return Boolean.TRUE.equals(control.held()) ? "held" : "not held";
    }

    private static void checkUnjudged(ClaimRecord claim) throws Contradiction {
        if (claim.verdict() != Verdict.REPRODUCED) {
            return;
        }
        require(claim.kind() == Kind.ARITHMETIC, "it is REPRODUCED without a decision");
        for (Quantity quantity : claim.quantities()) {
            require(
                    quantity.agrees(),
                    "it is REPRODUCED, but its number %s, %s, does not agree with %s"
                            .formatted(quantity.name(), quantity.measured(), quantity.printed()));
        }
        require(
                claim.reason().equals(ClaimRecord.exactReason(claim.quantities())),
                "its reason is not that of its numbers");
    }

    private void checkJudged(ClaimRecord claim, ClaimState.Judged judged) throws Contradiction {
        Decision decision = judged.decision();
        check(decision, judged.arms(), judged.observable());
        if (judged.control() != null) {
            check(judged.control(), judged.observable());
        }
        boolean untrustworthy = judged.control() != null && !judged.control().holds();
        Verdict decided = untrustworthy ? Verdict.INCONCLUSIVE : decision.verdict();
        // A claim may assert more after this, or be interrupted; either can only take a REPRODUCED away.
        boolean lowered = decided == Verdict.REPRODUCED && claim.verdict() != Verdict.INCONCLUSIVE;
        require(
                claim.verdict() == decided || lowered,
                "its verdict is %s, but its runs come to %s".formatted(claim.verdict(), decided));
        require(
                claim.verdict() != decided || untrustworthy || claim.reason().equals(decision.reason()),
                "its reason is not that of its decision");
        String words = decision.hypothesis()
                .inWords(
                        judged.observable().name(),
                        judged.arms().stream().map(ArmRecord::name).toArray(String[]::new));
        require(judged.hypothesis().equals(words), "its hypothesis is not the one that was decided");
        checkQuantities(claim, decision);
    }

    private static void checkQuantities(ClaimRecord claim, Decision decision) throws Contradiction {
        double difference = decision.hypothesis().relation() == Hypothesis.Relation.LOWER
                ? -decision.difference()
                : decision.difference();
        for (Quantity quantity : claim.quantities()) {
            // Where an arm was set against a number of the paper, ours stands beside it.
            Double number = decision.hypothesis().design() instanceof Design.AgainstNumber ? quantity.paper() : null;
            double recorded = number == null ? quantity.measured() : quantity.measured() - number;
            require(
                    quantity.agrees() || isNear(recorded, difference),
                    "its number %s is %s, but its runs differ by %s"
                            .formatted(quantity.name(), quantity.measured(), decision.difference()));
        }
    }

    private void check(ControlRecord control, ObservableRecord observable) throws Contradiction {
        for (ArmRecord arm : control.arms()) {
            check(arm, observable, observable.needsTraining() && !control.beforeTraining());
        }
        check(control.decision(), control.arms(), observable);
    }

    private void check(ArmRecord arm, ObservableRecord observable, boolean trained) throws Contradiction {
        for (RunOutcome run : arm.runs()) {
            String which = "the run of %s with seed %d".formatted(arm.name(), run.seed());
            require(
                    run.run().equals(Run.identity(arm.network(), session.dataset(), arm.recipe(), run.seed())),
                    which + " is not one of this network, recipe, seed and the data of session.json");
            checkMistakes(run, which, session.dataset());
        }
        checkNumbers(arm, observable, trained);
        checkMistakes(arm);
        Levelling levelling = Levelling.of(arm.runs()).orElse(null);
        require(
                Objects.equals(levelling, arm.levelling()),
                "the curves of %s do not level off as recorded".formatted(arm.name()));
    }

    private static void checkNumbers(ArmRecord arm, ObservableRecord observable, boolean trained) throws Contradiction {
        Map<Long, RunOutcome> runs =
                arm.runs().stream().collect(Collectors.toMap(RunOutcome::seed, Function.identity()));
        List<Long> judged = arm.numbers().stream().map(Observed::seed).toList();
        require(
                trained
                        ? judged.equals(
                                arm.seeds().stream().filter(judged::contains).toList())
                        : runs.isEmpty(),
                "the numbers of %s are not those of its runs".formatted(arm.name()));
        for (Observed number : arm.numbers()) {
            Optional<Double> again =
                    Optional.ofNullable(runs.get(number.seed())).flatMap(observable.source()::of);
            require(
                    again.isEmpty() || Double.compare(again.get(), number.value()) == 0,
                    "%s with seed %d is judged by a %s of %s, but its run came to %s"
                            .formatted(
                                    arm.name(),
                                    number.seed(),
                                    observable.name(),
                                    number.value(),
                                    again.map(String::valueOf).orElse("none")));
        }
    }

    private void checkMistakes(ArmRecord arm) throws Contradiction {
        for (Observed number : arm.numbers()) {
            Mistakes mistakes = number.mistakes();
            require(
                    mistakes == null
                            || mistakes.images() == session.dataset().testImages()
                                    && isNear(number.value(), mistakes.percent()),
                    "%s with seed %d is judged by an error of %s %%, which its mistakes are not"
                            .formatted(arm.name(), number.seed(), number.value()));
        }
    }

    private static void checkMistakes(RunOutcome run, String which, DatasetDescription data) throws Contradiction {
        if (run.testMistakes().equals(Mistakes.UNKNOWN)) {
            return;
        }
        double error = 100.0 * run.testMistakes().bits().cardinality() / data.testImages();
        require(
                run.testMistakes().images() == data.testImages() && isNear(run.testError(), error),
                "%s has a test error of %s %%, but its mistakes come to %s %%"
                        .formatted(which, run.testError(), error));
    }

    private void check(Decision recorded, List<ArmRecord> arms, ObservableRecord observable) throws Contradiction {
        int last = recorded.looks().get(recorded.looks().size() - 1).seeds();
        require(
                arms.stream()
                        .allMatch(arm ->
                                arm.seeds().size() == last && arm.numbers().size() == last),
                "its decision rests on %d runs an arm, but it holds another number".formatted(last));
        Hypothesis hypothesis = recorded.hypothesis();
        require(
                hypothesis.unit().equals(observable.unitOfDifferences()),
                "its hypothesis is in %s, but its numbers are in %s".formatted(hypothesis.unit(), observable.unit()));
        Decision again = decision(hypothesis, arms, observable);
        String difference = difference("", Json.MAPPER.valueToTree(again), Json.MAPPER.valueToTree(recorded));
        require(difference == null, "by its runs, its decision has " + difference);
    }

    private Decision decision(Hypothesis hypothesis, List<ArmRecord> arms, ObservableRecord observable)
            throws Contradiction {
        try {
            return SequentialTest.judge(
                    hypothesis,
                    arms.stream()
                            .<IntFunction<Observations>>map(arm -> count -> first(arm, count, observable))
                            .toList());
        } catch (IllegalArgumentException e) {
            // If the deciding look no longer decides, the test asks for more runs than were recorded.
            throw new Contradiction("its runs do not decide as recorded, since " + e.getMessage());
        }
    }

    private Observations first(ArmRecord arm, int runs, ObservableRecord observable) {
        return observable.observations(arm.first(runs), session.dataset());
    }

    /** The first place where two trees differ by more than rounding, in words; null where they do not. */
    private static @Nullable String difference(String path, JsonNode computed, JsonNode recorded) {
        if (computed.isNumber() && recorded.isNumber() && isNear(computed.asDouble(), recorded.asDouble())
                || computed.equals(recorded)) {
            return null;
        }
        if (computed.isArray() && computed.size() == recorded.size()) {
            return IntStream.range(0, computed.size())
                    .mapToObj(i -> difference(path + " " + (i + 1), computed.get(i), recorded.path(i)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (computed.isObject() && recorded.isObject()) {
            return computed.properties().stream()
                    .map(part -> difference(
                            (path + " " + part.getKey()).strip(), part.getValue(), recorded.path(part.getKey())))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return "%s %s, but it records %s".formatted(path, computed, recorded);
    }

    private static boolean isNear(double one, double other) {
        return Double.compare(one, other) == 0
                || Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
    }

    private static void require(boolean agrees, String otherwise) throws Contradiction {
        if (!agrees) {
            throw new Contradiction(otherwise);
        }
    }

    /** What in a record does not agree with the rest of it. */
    static final class Contradiction extends Exception {

        private Contradiction(String what) {
            super(what);
        }
    }
}
