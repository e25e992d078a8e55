package org.resnetclaims.evidence;

import java.util.List;
import java.util.Objects;
import org.resnetclaims.training.RunOutcome;

/** One side of a comparison with all its runs, in the order of their seeds. */
public record ArmRecord(String name, List<RunOutcome> runs) {

    public ArmRecord {
        Objects.requireNonNull(name, "an arm has no name");
        runs = List.copyOf(runs);
        if (runs.stream().map(RunOutcome::seed).distinct().count() < runs.size()) {
            throw new IllegalArgumentException("arm " + name + " has two runs of one seed");
        }
    }
}
