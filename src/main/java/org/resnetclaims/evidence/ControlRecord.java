package org.resnetclaims.evidence;

import java.util.List;
import org.resnetclaims.statistics.Decision;

/** The negative control of a claim: the same assertion where its cause is absent. */
public record ControlRecord(String description, Decision decision, List<ArmRecord> arms) {

    public ControlRecord {
        arms = List.copyOf(arms);
    }
}
