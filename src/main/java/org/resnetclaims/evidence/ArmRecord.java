package org.resnetclaims.evidence;

import java.util.List;
import org.resnetclaims.training.RunOutcome;

/** One side of a comparison with all its runs, in the order of their seeds. */
public record ArmRecord(String name, List<RunOutcome> runs) {

    public ArmRecord {
        runs = List.copyOf(runs);
    }
}
