package org.resnetclaims.claims;

import java.util.List;
import org.resnetclaims.claims.judging.ArmRuns;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Specimen;

/**
 * One side of a comparison: a network under a recipe, of which as many seeds are trained as the decision needs. Made by
 * an {@link Experiment}, judged by {@link ClaimAssertions#assertThat(Arm)}.
 */
public final class Arm {

    private final Experiment experiment;
    private final ArmRuns runs;

    Arm(Experiment experiment, ArmRuns runs) {
        this.experiment = experiment;
        this.runs = runs;
    }

    /** The name of its network, such as {@code plain-20}. */
    public String name() {
        return runs.name();
    }

    /**
     * What an examination finds on this arm's networks, one after the other. A network that is in the archive is not
     * trained for it, and an examination that was made before is not made again.
     *
     * @param seeds how many networks, those of the first seeds
     * @param stage before or after training
     */
    public List<Findings> examine(int seeds, Specimen.Stage stage, Examination examination) {
        return runs.examine(seeds, stage, examination);
    }

    @Override
    public String toString() {
        return name();
    }

    Experiment experiment() {
        return experiment;
    }

    ArmRuns runs() {
        return runs;
    }
}
