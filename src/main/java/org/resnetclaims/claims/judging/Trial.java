package org.resnetclaims.claims.judging;

import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;
import org.resnetclaims.evidence.ControlRecord;
import org.resnetclaims.laboratory.Laboratory;
import org.resnetclaims.statistics.Decision;

/**
 * The statistical part of one claim, in the sense of a clinical trial: a few arms, one hypothesis, looks at the data as
 * they grow, and one decision. Where the claim has a negative control of its own, that is decided along with it.
 */
public final class Trial {

    private final String claim;
    private final Laboratory laboratory;
    private final boolean strict;
    private final SessionControls controls;

    private Stage stage = new Stage.Planned(Optional.empty());

    /**
     * @param claim the id of the claim
     * @param laboratory is told how many runs are to be expected
     * @param strict whether an inconclusive claim fails its test
     * @param controls those of the session, which guard the arms of this trial too
     */
    public Trial(String claim, Laboratory laboratory, boolean strict, SessionControls controls) {
        this.claim = claim;
        this.laboratory = laboratory;
        this.strict = strict;
        this.controls = controls;
    }

    /**
     * Declares the negative control of the claim.
     *
     * @param instead of the observables of the claim; none where the control is judged by the same
     * @throws IllegalStateException if the claim has one already, or has made its assertion
     */
    public void control(String description, List<ArmRuns> arms, List<Observable> instead) {
        if (planned("declares a negative control after its assertion, which does not wait for it: declare it before")
                .control()
                .isPresent()) {
            throw misuse("declares a second negative control: keep one");
        }
        stage = new Stage.Planned(Optional.of(new Control(description, arms, instead)));
    }

    /**
     * Waits until the claim and its control are decided.
     *
     * @param objection why nothing can be decided under the conditions in force; empty if it can
     * @throws TestAbortedException if there is an objection
     * @throws IllegalStateException if the claim has made another assertion before, or its control does not fit
     */
    public Judgement judge(Comparison claimed, Optional<String> objection) {
        Stage.Planned planned = planned(
                "makes a second statistical assertion, which would raise the chance of a false verdict unseen: make it a claim of its own");
        objection.ifPresent(why -> {
            throw new TestAbortedException(why);
        });
        stage = new Stage.Running(claimed);
        Judgement judgement = judgement(claimed, planned.control());
        stage = new Stage.Judged(judgement);
        if (claimed.observable().needsTraining()) {
            controls.guard(claimed.arms());
        }
        return judgement;
    }

    /** A claim that lacks a number is inconclusive, and its test ends as that of any such claim. */
    private Judgement judgement(Comparison claimed, Optional<Control> control) {
        try {
            return decide(claimed, control);
        } catch (MissingNumberError e) {
            if (strict) {
                throw e;
            }
            throw new TestAbortedException(e.getMessage(), e);
        }
    }

    private Judgement decide(Comparison claimed, Optional<Control> control) {
        Optional<Comparison> controlled = control.map(own -> own.of(claimed));
        String itsControl = controlOf(claim);
        try {
            // So many runs are needed in any case. All are asked for before any is waited for, so that no core is idle.
            claimed.start(claimed.hypothesis().fewestSeeds(), looks -> laboratory.looks(claim, looks));
            controlled.ifPresent(
                    own -> own.start(own.hypothesis().looks().get(0), looks -> laboratory.looks(itsControl, looks)));
            Decision decision = claimed.decide();
            // Its control may take much longer.
            laboratory.decided(claim);
            Optional<ControlRecord> record = controlled.map(
                    own -> new ControlRecord(control.orElseThrow().description(), own.decide(), own.records()));
            return new Judgement(claimed, decision, record, strict);
        } finally {
            laboratory.decided(claim);
            laboratory.decided(itsControl);
        }
    }

    /** By which the laboratory knows the control of a claim. */
    public static String controlOf(String claim) {
        return "control of " + claim;
    }

    /** What the claim has asserted of its arms; empty if nothing. */
    public Optional<Comparison> comparison() {
        if (stage instanceof Stage.Running running) {
            return Optional.of(running.comparison());
        }
        return judgement().map(Judgement::comparison);
    }

    /** Empty until both the claim and its control are decided. */
    public Optional<Judgement> judgement() {
        return stage instanceof Stage.Judged judged ? Optional.of(judged.judgement()) : Optional.empty();
    }

    private Stage.Planned planned(String otherwise) {
        if (stage instanceof Stage.Planned planned) {
            return planned;
        }
        throw misuse(otherwise);
    }

    private IllegalStateException misuse(String how) {
        return new IllegalStateException("Claim %s %s".formatted(claim, how));
    }
}
