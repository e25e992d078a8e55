package org.resnetclaims.evidence;

import java.util.List;
import java.util.Objects;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Verdict;

/** The negative control of a claim: the same assertion where its cause is absent. */
public record ControlRecord(String description, Decision decision, List<ArmRecord> arms) {

    public ControlRecord {
        Objects.requireNonNull(description, "a control has no description");
        Objects.requireNonNull(decision, "a control has no decision");
        arms = List.copyOf(arms);
    }

    /**
     * Whether its networks were examined before their training, as those of the claim need not be: then it has no runs.
     */
    public boolean beforeTraining() {
        return arms.stream().allMatch(arm -> arm.runs().isEmpty());
    }

    /** A comparison that shows the effect where its cause is absent shows nothing where it is present. */
    public boolean holds() {
        return decision.verdict() != Verdict.REPRODUCED;
    }
}
