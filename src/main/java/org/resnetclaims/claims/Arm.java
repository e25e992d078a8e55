package org.resnetclaims.claims;

import org.resnetclaims.claims.judging.ArmRuns;

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
