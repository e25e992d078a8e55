package org.resnetclaims.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.resnetclaims.claims.judging.ArmRuns;
import org.resnetclaims.claims.judging.Comparison;
import org.resnetclaims.claims.judging.Judgement;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.claims.judging.PaperNumber;
import org.resnetclaims.claims.judging.PaperNumbers;
import org.resnetclaims.claims.judging.Trial;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.evidence.Setup;
import org.resnetclaims.evidence.Source;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.training.Specimen;

/**
 * What a claim works with; a test method annotated with {@link Claim} takes it as its parameter. The size of the
 * networks and the recipe follow from the scale in force.
 */
public final class Experiment {

    private final DeclaredClaim claim;
    private final Conditions conditions;
    private final Trial trial;
    private final List<Quantity> quantities = new ArrayList<>();
    /** Those of the numbers that need no training. They have to agree; of the others, the trial decides. */
    private final List<Quantity> exact = new ArrayList<>();

    private boolean trains;

    Experiment(DeclaredClaim claim, Conditions conditions) {
        this.claim = claim;
        this.conditions = conditions;
        this.trial = new Trial(claim.id(), conditions.laboratory(), conditions.strict(), conditions.controls());
    }

    /**
     * An arm of this network, on the seeds that claims are judged on. It is trained when an assertion asks for it.
     *
     * @throws TestAbortedException if the scale in force has no recipe for such a network: the claim is then NOT_TESTED
     */
    public Arm train(Architecture architecture) {
        return train(architecture, Variation.NONE);
    }

    /** As {@link #train(Architecture)}, under a recipe that differs from that of the scale in one respect. */
    public Arm train(Architecture architecture, Variation variation) {
        trains = true;
        requireScale();
        requireConsent();
        Protocol protocol = protocol(architecture);
        return new Arm(
                this,
                new ArmRuns(
                        conditions.laboratory(),
                        variation.nameOf(architecture),
                        protocol.build(architecture, conditions.data()),
                        conditions.data(),
                        variation.of(protocol.recipe()),
                        conditions.seeds()),
                new Setup(
                        conditions.scale().toString(),
                        conditions.data().name(),
                        protocol.width(),
                        architecture.paperWidth()));
    }

    /**
     * Declares a negative control for this claim alone, beside those that guard all claims of the session: arms without
     * the cause of what is claimed. What the claim asserts of its own arms is then asserted of these as well, and must
     * not come out REPRODUCED. A claim needs one where its assertion could hold for another reason than that cause.
     *
     * @param description what is absent, such as {@code shortcuts cut}
     * @param first in place of the arm that the claim is about
     * @param others in place of those that it is compared with, as many of them; none where it is set against a number,
     *     or measured in two ways
     */
    public void control(String description, Arm first, Arm... others) {
        control(description, List.of(), first, others);
    }

    /**
     * Declares a negative control likewise, on networks before their training: nothing is trained for it. What the
     * claim asserts of its own numbers is asserted of others, which may be of its own arms.
     *
     * @param description such as {@code before training}
     * @param instead of what the claim measures; two where it measures in two ways
     * @throws IllegalArgumentException if one of them needs training
     */
    public void controlBeforeTraining(String description, List<Observable> instead, Arm first, Arm... others) {
        if (instead.isEmpty() || instead.stream().anyMatch(Observable::needsTraining)) {
            throw new IllegalArgumentException(
                    "%s are not all measured before training: give observables of Specimen.Stage.INITIAL"
                            .formatted(instead));
        }
        control(description, instead, first, others);
    }

    private void control(String description, List<Observable> instead, Arm first, Arm... others) {
        trial.control(
                description,
                Stream.concat(Stream.of(first), Arrays.stream(others))
                        .map(Arm::runs)
                        .toList(),
                instead);
    }

    /** Networks of other arms for an examination to look at together with that of each run, from the same seed. */
    public Observable.Company company(Specimen.Stage stage, Arm... arms) {
        return new Observable.Company(stage, Arrays.stream(arms).map(Arm::runs).toList());
    }

    /**
     * Sets a number that needs no training beside the number that the paper prints, or that was derived from its
     * description. A claim does not pass if one of its numbers does not agree.
     *
     * @param name as in {@code paper-numbers.json}, such as {@code table1.resnet-50.multiply-adds}
     */
    public Quantity measure(String name, double measured) {
        return exact(PaperNumbers.named(name).beside(name, measured));
    }

    /**
     * As {@link #measure(String, double)}, of a number that can be counted in more than one way.
     *
     * @param counted how it was counted, such as {@code convolutions alone}
     */
    public Quantity measure(String name, String counted, double measured) {
        return exact(PaperNumbers.named(name).beside(name + ", " + counted, measured));
    }

    private Quantity exact(Quantity quantity) {
        quantities.add(quantity);
        exact.add(quantity);
        return quantity;
    }

    private void setBeside(String name, double measured, Arm arm) {
        quantities.add(PaperNumbers.named(name).beside(name, measured, arm.setup()));
    }

    /** Judges arms, the first of which is the one that the claim is about. */
    Judgement judge(Arm arm, Comparison claimed) {
        return judge(arm, claimed, Optional.empty());
    }

    /**
     * Judges whether one arm agrees with a number of the paper, which needs its scale and its data.
     *
     * @param name as in {@code paper-numbers.json}
     * @param reason why the margin is what it is
     */
    Judgement judgeAgreement(Arm arm, String name, Observable observable, double margin, String reason) {
        Judgement judgement =
                judge(arm, name, observable, Hypothesis.equivalentWithin(margin), "The margin: %s.".formatted(reason));
        setBeside(name, PaperNumbers.named(name).number() + judgement.decision().difference(), arm);
        return judgement;
    }

    /** Judges likewise whether it is below the number. */
    Judgement judgeBelow(Arm arm, String name, Observable observable, String reason) {
        return judge(arm, name, observable, Hypothesis.lower(), "The bound: %s.".formatted(reason));
    }

    private Judgement judge(Arm arm, String name, Observable observable, Hypothesis hypothesis, String because) {
        PaperNumber number = PaperNumbers.named(name);
        return judge(
                arm,
                Comparison.of(arm.runs(), number, observable, hypothesis, because),
                objectionToSpeakingOf(number, arm));
    }

    private Judgement judge(Arm arm, Comparison claimed, Optional<String> objection) {
        Judgement judgement = trial.judge(claimed, objection.or(() -> objectionToTheData(claimed)));
        if (!claim.claim().paperDifference().isEmpty()) {
            setBeside(
                    claim.claim().paperDifference(),
                    claimed.inItsDirection(judgement.decision().difference()),
                    arm);
        }
        return judgement;
    }

    /** Errors are counts of images, of which there have to be enough. */
    private Optional<String> objectionToTheData(Comparison claimed) {
        return claimed.observable().described().source() instanceof Source.FinalError
                ? EnoughImages.objection(conditions.data(), claimed.hypothesis())
                : Optional.empty();
    }

    private Optional<String> objectionToSpeakingOf(PaperNumber number, Arm arm) {
        if (arm.setup().mismatch(number.dataset()).isEmpty()) {
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

    DeclaredClaim claim() {
        return claim;
    }

    Conditions conditions() {
        return conditions;
    }

    Trial trial() {
        return trial;
    }

    /** Whether the claim has asked for an arm. */
    boolean trains() {
        return trains;
    }

    /** The numbers that were set beside the paper's. */
    List<Quantity> quantities() {
        return List.copyOf(quantities);
    }

    /** Whether all numbers agree that need no training. */
    boolean measuresWhatThePaperSays() {
        return exact.stream().allMatch(Quantity::agrees);
    }

    private void requireScale() {
        Scale smallest = claim.claim().from();
        if (conditions.scale().compareTo(smallest) < 0) {
            throw new TestAbortedException("Scale %s cannot speak about this claim, the smallest that can is %s: %s"
                    .formatted(conditions.scale(), smallest, claim.claim().pilot()));
        }
    }

    private void requireConsent() {
        String cost = claim.claim().costly();
        if (!cost.isEmpty() && !conditions.costly()) {
            throw new TestAbortedException(
                    "It is judged on demand alone, with -Dcostly=true, since %s".formatted(cost));
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
