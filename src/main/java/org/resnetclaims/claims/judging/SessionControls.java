package org.resnetclaims.claims.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opentest4j.TestAbortedException;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ControlRecord;
import org.resnetclaims.evidence.NullContrasts;
import org.resnetclaims.evidence.SessionControl;
import org.resnetclaims.laboratory.RunFailedException;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.Verdict;

/**
 * The two controls that guard all trained claims of a session at once. The negative one compares, over all arms, the
 * runs with even seeds and those with odd ones, where no difference may be found. The positive one compares an arm that
 * is trained for a tenth of the time with the same arm trained for all of it, where a difference has to be found.
 */
public final class SessionControls {

    /** The ids of the controls. */
    public static final List<String> IDS = List.of(NullContrasts.ID, PositiveControl.ID);

    private final List<ArmRuns> guarded = new ArrayList<>();

    /** The arms of a claim that was decided take part from now on. */
    synchronized void guard(List<ArmRuns> arms) {
        guarded.addAll(arms);
    }

    /**
     * Decides both controls, and trains what they need; empty where no claim has trained anything.
     *
     * @param claims as they were recorded
     */
    public synchronized List<SessionControl> conclude(List<ClaimRecord> claims) {
        return guarded.stream()
                .min(Comparator.comparingDouble(ArmRuns::work).thenComparing(ArmRuns::name))
                .map(quickest -> List.of(NullContrasts.control(claims), PositiveControl.of(quickest)))
                .orElse(List.of());
    }

    /** That an arm whose training is cut short ends at a higher training error. */
    private static final class PositiveControl {

        private static final String ID = "session.positive-control";
        private static final double SHARE = 0.1;

        private static SessionControl of(ArmRuns arm) {
            ArmRuns cutShort = arm.trainedFor(SHARE, arm.name() + " after a tenth of its training");
            String description =
                    "%s, trained for a tenth of the time, must show a higher training error than after all of it"
                            .formatted(arm.name());
            Comparison comparison = Comparison.of(cutShort, arm, Observable.TRAINING_ERROR, Hypothesis.higher());
            try {
                Decision decision = comparison.decide();
                return new SessionControl(
                        ID,
                        description,
                        decision.verdict() == Verdict.REPRODUCED,
                        decision.reason(),
                        new ControlRecord(description, decision, comparison.records()));
            } catch (IdenticalArmsError e) {
                return new SessionControl(ID, description, false, e.getMessage() + ".", null);
            } catch (TestAbortedException | RunFailedException e) {
                return new SessionControl(ID, description, null, "Not decided: " + e.getMessage(), null);
            }
        }
    }
}
