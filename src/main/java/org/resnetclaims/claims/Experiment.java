package org.resnetclaims.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.opentest4j.TestAbortedException;
import org.resnetclaims.claims.judging.ArmRuns;
import org.resnetclaims.claims.judging.Comparison;
import org.resnetclaims.claims.judging.Conclusion;
import org.resnetclaims.claims.judging.Judgement;
import org.resnetclaims.claims.judging.PaperNumber;
import org.resnetclaims.claims.judging.PaperNumbers;
import org.resnetclaims.claims.judging.SessionControls;
import org.resnetclaims.claims.judging.Trial;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Metric;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.Verdict;

/**
 * What a claim works with; a test method annotated with {@link Claim} takes it as its parameter. The size of the
 * networks and the recipe follow from the scale in force.
 */
public final class Experiment {

    private static final double NANOS_PER_SECOND = 1e9;

    private final DeclaredClaim claim;
    private final Conditions conditions;
    private final Trial trial;
    private final long started = System.nanoTime();
    private final List<Quantity> quantities = new ArrayList<>();
    /** Those of the numbers that have to agree with the paper's; whether the others do is for the trial to decide. */
    private final List<Quantity> exact = new ArrayList<>();

    private boolean trains;
    /** The refutation that the claim is declared to meet, once its assertion has thrown it. */
    private Optional<Throwable> expectedRefutation = Optional.empty();

    Experiment(DeclaredClaim claim, Conditions conditions) {
        this.claim = claim;
        this.conditions = conditions;
        this.trial = new Trial(claim.id(), conditions.strict(), conditions.controls());
    }

    /**
     * An arm of this network on the seeds on which claims are judged. Nothing trains before an assertion asks for it.
     *
     * @throws TestAbortedException if the scale in force has no recipe for such a network: the claim is then NOT_TESTED
     */
    public Arm train(Architecture architecture) {
        trains = true;
        requireScale();
        Protocol protocol = protocol(architecture);
        return new Arm(
                this,
                new ArmRuns(
                        conditions.laboratory(),
                        architecture.name(),
                        protocol.build(architecture, conditions.data()),
                        conditions.data(),
                        protocol.recipe(),
                        conditions.seeds()));
    }

    /**
     * Declares a negative control of this claim's own, beside those that the session has for all claims: for a claim
     * that can come out REPRODUCED for a reason of its own. The two arms lack the cause of what is claimed. What the
     * claim asserts of its arms is asserted of these as well, and must not come out REPRODUCED.
     *
     * @param description what is absent, such as {@code shortcuts cut}
     * @param first in place of the arm that the claim is about
     * @param second in place of the arm that it is compared with
     */
    public void control(String description, Arm first, Arm second) {
        trial.control(description, List.of(first.runs(), second.runs()));
    }

    /**
     * Declares the negative control of a claim that sets one arm against a number of the paper.
     *
     * @param description what is absent, such as {@code shortcuts cut}
     * @param arm in place of the arm that the claim is about
     */
    public void control(String description, Arm arm) {
        trial.control(description, List.of(arm.runs()));
    }

    /**
     * Sets a number that needs no training beside the paper's, or beside the one derived from its description. A claim
     * whose numbers do not agree does not pass.
     *
     * @param name as in {@code paper-numbers.json}, such as {@code table1.resnet-50.multiply-adds}
     */
    public Quantity measure(String name, double measured) {
        return exact(PaperNumbers.named(name).beside(name, measured));
    }

    /**
     * As {@link #measure(String, double)}, of a number that can be counted in more than one way.
     *
     * @param counted how it was, such as {@code convolutions alone}
     */
    public Quantity measure(String name, String counted, double measured) {
        return exact(PaperNumbers.named(name).beside(name + ", " + counted, measured));
    }

    private Quantity exact(Quantity quantity) {
        quantities.add(quantity);
        exact.add(quantity);
        return quantity;
    }

    private void setBeside(String name, double measured) {
        quantities.add(PaperNumbers.named(name).beside(name, measured));
    }

    /** Judges one arm against another. */
    Judgement judge(Arm arm, Arm other, Metric metric, Hypothesis hypothesis) {
        return judge(Comparison.of(arm.runs(), other.runs(), metric, hypothesis), Optional.empty());
    }

    /**
     * Judges one arm against a number of the paper, which needs its scale and its data.
     *
     * @param name as in {@code paper-numbers.json}
     * @param reason why the margin of the hypothesis is what it is
     */
    Judgement judge(Arm arm, String name, Metric metric, Hypothesis hypothesis, String reason) {
        PaperNumber number = PaperNumbers.named(name);
        Judgement judgement =
                judge(Comparison.of(arm.runs(), number, metric, hypothesis, reason), objectionToSpeakingOf(number));
        setBeside(name, number.number() + judgement.decision().difference());
        return judgement;
    }

    private Judgement judge(Comparison claimed, Optional<String> objection) {
        Judgement judgement = trial.judge(
                claimed, objection.or(() -> EnoughImages.objection(conditions.data(), claimed.hypothesis())));
        if (!claim.claim().paperDifference().isEmpty()) {
            setBeside(
                    claim.claim().paperDifference(),
                    claimed.inItsDirection(judgement.decision().difference()));
        }
        return judgement;
    }

    private Optional<String> objectionToSpeakingOf(PaperNumber number) {
        if (conditions.scale() == Scale.PAPER && conditions.data().name().equals(number.dataset())) {
            return Optional.empty();
        }
        return Optional.of(
                "Scale %s on %s cannot speak about the %s %s of %s, which the paper measures with its own recipe on %s: %s"
                        .formatted(
                                conditions.scale(),
                                conditions.data().name(),
                                number.value(),
                                number.unit(),
                                number.source(),
                                number.dataset(),
                                whatToDo(number.dataset())));
    }

    private String whatToDo(String dataset) {
        return conditions.scale() == Scale.PAPER && conditions.data().isUnverified(dataset)
                ? "nothing shows that these are its files, so let \"make datasets\" unpack them as datasets/README.md describes"
                : "set -Dscale=paper -Ddataset=" + dataset;
    }

    /**
     * Concludes and records what became of the claim.
     *
     * @param thrown what ended its test; empty if the test has returned
     * @param records takes the record
     * @throws IllegalStateException if the test has returned, but does not decide what the claim declares
     * @throws AssertionError if the claim is declared to come out REFUTED, and came out REPRODUCED
     */
    void end(Optional<Throwable> thrown, Consumer<ClaimRecord> records) {
        Optional<Throwable> ended = thrown.or(() -> expectedRefutation);
        Optional<IllegalStateException> misuse =
                ended.isEmpty() ? misuse().map(IllegalStateException::new) : Optional.empty();
        Conclusion conclusion =
                conclusion(misuse.<Throwable>map(Function.identity()).or(() -> ended));
        records.accept(record(conclusion));
        misuse.ifPresent(e -> {
            throw e;
        });
        if (isExpectedRefuted() && conclusion.verdict() == Verdict.REPRODUCED) {
            throw new AssertionError(
                    "%s is REPRODUCED at scale %s, where it is declared to be REFUTED (%s): find out why, and remove the declaration or the mistake"
                            .formatted(claim.id(), conditions.scale(), conclusion.reason()));
        }
    }

    /** Whether what the test has thrown is the refutation that the claim is declared to meet; it then passes. */
    boolean isExpected(Throwable thrown) {
        boolean expected =
                isExpectedRefuted() && conclusion(Optional.of(thrown)).verdict() == Verdict.REFUTED;
        if (expected) {
            expectedRefutation = Optional.of(thrown);
        }
        return expected;
    }

    private boolean isExpectedRefuted() {
        return claim.expectedRefuted(conditions.scale()).isPresent();
    }

    private Conclusion conclusion(Optional<Throwable> thrown) {
        return thrown.map(cause -> Conclusion.threw(cause, trial.judgement()))
                .orElseGet(() -> Conclusion.returned(trial.judgement(), quantities));
    }

    /** Why a test that has returned must not pass. */
    private Optional<String> misuse() {
        boolean compares = trial.comparison().isPresent();
        if (trains && !compares) {
            return Optional.of("Claim %s trains networks, but decides nothing: assert something of its arms"
                    .formatted(claim.id()));
        }
        if (compares
                && trial.judgement()
                        .filter(judgement -> judgement.consequence() == Judgement.Consequence.PASS)
                        .isEmpty()) {
            return Optional.of("Claim %s catches what its assertion throws: let it through".formatted(claim.id()));
        }
        if (!compares && quantities.isEmpty()) {
            return Optional.of(
                    "Claim %s neither compares arms nor measures a number, so nothing could refute it: do either"
                            .formatted(claim.id()));
        }
        if (trains == (claim.claim().kind() == Kind.ARITHMETIC)) {
            return Optional.of("Claim %s is declared %s, but it %s networks: declare its kind"
                    .formatted(claim.id(), claim.claim().kind(), trains ? "trains" : "trains no"));
        }
        if (!exact.stream().allMatch(Quantity::agrees)) {
            return Optional.of(
                    "Claim %s measures a number that does not agree, and lets that pass: assert that it agrees"
                            .formatted(claim.id()));
        }
        return Optional.empty();
    }

    private ClaimRecord record(Conclusion conclusion) {
        Optional<Comparison> comparison = trial.comparison();
        Optional<Judgement> judgement = trial.judgement();
        return new ClaimRecord(
                conditions.session(),
                claim.id(),
                claim.place(),
                claim.claim().source(),
                claim.claim().statement(),
                claim.claim().kind(),
                conclusion.verdict(),
                conclusion.reason(),
                claim.expectedRefuted(conditions.scale()).orElse(null),
                comparison.map(Comparison::metric).orElse(null),
                comparison.map(Comparison::words).orElse(null),
                judgement.map(Judgement::decision).orElse(null),
                judgement.flatMap(Judgement::control).orElse(null),
                judgement.isPresent() ? SessionControls.IDS : List.of(),
                quantities,
                comparison.map(Comparison::records).orElse(List.of()),
                (System.nanoTime() - started) / NANOS_PER_SECOND);
    }

    private void requireScale() {
        Scale smallest = claim.claim().from();
        if (conditions.scale().compareTo(smallest) < 0) {
            throw new TestAbortedException("Scale %s cannot speak about this claim, the smallest that can is %s: %s"
                    .formatted(conditions.scale(), smallest, claim.claim().pilot()));
        }
    }

    private Protocol protocol(Architecture architecture) {
        return conditions
                .scale()
                .protocol(architecture)
                .orElseThrow(() -> new TestAbortedException(
                        "Scale %s cannot train %s: the paper trains it on ImageNet, which this suite does not read; choose another scale"
                                .formatted(conditions.scale(), architecture.name())));
    }
}
