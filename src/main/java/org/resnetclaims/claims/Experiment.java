package org.resnetclaims.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ControlRecord;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Verdict;

/**
 * What a claim works with; a test method annotated with {@link Claim} takes it as its parameter. The size of the
 * networks and the recipe follow from the scale in force.
 */
public final class Experiment {

    private static final double NANOS_PER_SECOND = 1e9;

    private final DeclaredClaim claim;
    private final Session session;
    private final long started = System.nanoTime();
    private final List<Quantity> quantities = new ArrayList<>();
    /** Those that have to agree; of the others, statistics tell. */
    private final List<Quantity> exact = new ArrayList<>();

    private boolean trains;
    private Throwable ended;
    private Control control;
    private Comparison comparison;
    private Judgement judgement;

    Experiment(DeclaredClaim claim, Session session) {
        this.claim = claim;
        this.session = session;
    }

    /**
     * An arm of this network on the seeds on which claims are judged. Nothing trains before an assertion asks for it.
     *
     * @throws TestAbortedException if the scale in force has no recipe for such a network: the claim is then NOT_TESTED
     */
    public Arm train(Architecture architecture) {
        return arm(architecture);
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
        control(description, List.of(first, second));
    }

    /**
     * Declares the negative control of a claim that sets one arm against a number of the paper.
     *
     * @param description what is absent, such as {@code shortcuts cut}
     * @param arm in place of the arm that the claim is about
     */
    public void control(String description, Arm arm) {
        control(description, List.of(arm));
    }

    private void control(String description, List<Arm> arms) {
        if (control != null) {
            throw new IllegalStateException(
                    "Claim %s declares a second negative control: keep one".formatted(claim.id()));
        }
        control = new Control(description, arms);
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

    /**
     * Judges one arm against a number of the paper.
     *
     * @throws TestAbortedException if the scale or the data in force are not those of that number
     */
    Judgement judge(String name, PaperComparison claimed) {
        checkDeclarations();
        PaperNumber number = PaperNumbers.named(name);
        if (session.scale() != Scale.PAPER || !session.dataset().name().equals(number.dataset())) {
            throw new TestAbortedException(
                    "Scale %s on %s cannot speak about the %s %s of %s, which the paper measures with its own recipe on %s: %s"
                            .formatted(
                                    session.scale(),
                                    session.dataset().name(),
                                    number.value(),
                                    number.unit(),
                                    number.source(),
                                    number.dataset(),
                                    whatToDo(number.dataset())));
        }
        Judgement judged = judge(claimed);
        setBeside(name, number.number() + judged.decision().difference());
        return judged;
    }

    private String whatToDo(String dataset) {
        return session.scale() == Scale.PAPER && session.dataset().isUnverified(dataset)
                ? "nothing shows that these are its files, so let \"make datasets\" unpack them as datasets/README.md describes"
                : "set -Dscale=paper -Ddataset=" + dataset;
    }

    Judgement judge(Comparison claimed) {
        checkDeclarations();
        EnoughImages.objection(session.dataset(), claimed.hypothesis()).ifPresent(objection -> {
            throw new TestAbortedException(objection);
        });
        comparison = claimed;
        Optional<Comparison> controlled = Optional.ofNullable(control).map(own -> own.of(claimed));
        // What the claim needs to be REPRODUCED at best, and its control to fall at best.
        claimed.start(claimed.hypothesis().fewestSeeds());
        controlled.ifPresent(own -> own.start(own.hypothesis().looks().get(0)));
        Decision decision = claimed.decide();
        Optional<ControlRecord> record =
                controlled.map(own -> new ControlRecord(control.description(), own.decide(), own.records()));
        judgement = new Judgement(claimed, decision, record, session.strict());
        if (!claim.claim().paperDifference().isEmpty()) {
            setBeside(claim.claim().paperDifference(), claimed.inItsDirection(decision.difference()));
        }
        session.controls().guard(claimed.arms());
        return judgement;
    }

    /** Empty until both the claim and its control are decided. */
    Optional<Judgement> judgement() {
        return Optional.ofNullable(judgement);
    }

    List<Quantity> quantities() {
        return List.copyOf(quantities);
    }

    /**
     * Concludes and records what became of the claim.
     *
     * @param thrown what ended its test, null if nothing did
     */
    void end(Throwable thrown) {
        Throwable cause = thrown == null ? ended : thrown;
        Optional<? extends RuntimeException> misuse =
                cause == null ? misuse().map(IllegalStateException::new) : Optional.empty();
        Conclusion conclusion = Conclusion.of(this, misuse.isPresent() ? misuse.get() : cause);
        session.record(record(conclusion));
        misuse.ifPresent(e -> {
            throw e;
        });
        if (isExpectedRefuted() && conclusion.verdict() == Verdict.REPRODUCED) {
            throw new AssertionError(
                    "%s is REPRODUCED at scale %s, where it is declared to be REFUTED (%s): find out why, and remove the declaration or the mistake"
                            .formatted(claim.id(), session.scale(), conclusion.reason()));
        }
    }

    /** Whether what ended the test is the refutation that the claim is declared to meet. */
    boolean isExpected(Throwable thrown) {
        ended = thrown;
        return isExpectedRefuted() && Conclusion.of(this, thrown).verdict() == Verdict.REFUTED;
    }

    private boolean isExpectedRefuted() {
        return claim.expectedRefuted(session.scale()).isPresent();
    }

    /** Why a test that nothing has ended must not pass. */
    private Optional<String> misuse() {
        if (trains && comparison == null) {
            return Optional.of("Claim %s trains networks, but decides nothing: assert something of its arms"
                    .formatted(claim.id()));
        }
        if (comparison != null && (judgement == null || judgement.consequence() != Judgement.Consequence.PASS)) {
            return Optional.of("Claim %s catches what its assertion throws: let it through".formatted(claim.id()));
        }
        if (comparison == null && quantities.isEmpty()) {
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

    private void checkDeclarations() {
        if (comparison != null) {
            throw new IllegalStateException(
                    "Claim %s makes a second statistical assertion, which would raise the chance of a false verdict unseen: make it a claim of its own"
                            .formatted(claim.id()));
        }
    }

    private ClaimRecord record(Conclusion conclusion) {
        return new ClaimRecord(
                session.identity(),
                claim.id(),
                claim.place(),
                claim.claim().source(),
                claim.claim().statement(),
                claim.claim().kind(),
                conclusion.verdict(),
                conclusion.reason(),
                claim.expectedRefuted(session.scale()).orElse(null),
                comparison == null ? null : comparison.metric(),
                comparison == null ? null : comparison.words(),
                judgement == null ? null : judgement.decision(),
                judgement == null ? null : judgement.control().orElse(null),
                judgement == null ? List.of() : SessionControls.IDS,
                quantities,
                comparison == null ? List.of() : comparison.records(),
                (System.nanoTime() - started) / NANOS_PER_SECOND);
    }

    private Arm arm(Architecture architecture) {
        trains = true;
        requireScale();
        Protocol protocol = protocol(architecture);
        return new Arm(
                this,
                session.laboratory(),
                architecture.name(),
                protocol.build(architecture, session.dataset()),
                session.dataset(),
                protocol.recipe(),
                session.seeds());
    }

    private void requireScale() {
        Scale smallest = claim.claim().from();
        if (session.scale().compareTo(smallest) < 0) {
            throw new TestAbortedException("Scale %s cannot speak about this claim, the smallest that can is %s: %s"
                    .formatted(session.scale(), smallest, claim.claim().pilot()));
        }
    }

    private Protocol protocol(Architecture architecture) {
        return session.scale()
                .protocol(architecture)
                .orElseThrow(() -> new TestAbortedException(
                        "Scale %s cannot train %s: the paper trains it on ImageNet, which this suite does not read; choose another scale"
                                .formatted(session.scale(), architecture.name())));
    }
}
