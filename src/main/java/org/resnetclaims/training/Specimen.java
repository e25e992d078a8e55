package org.resnetclaims.training;

import java.util.Objects;

/** A network to examine: that of a run, before the training or after it. */
public record Specimen(Run run, Stage stage) {

    /** When it is examined. */
    public enum Stage {
        /** With the weights that the run begins with; nothing needs to be trained. */
        INITIAL,
        /** At the end of training. */
        TRAINED
    }

    public Specimen {
        Objects.requireNonNull(run, "a specimen has no run");
        Objects.requireNonNull(stage, "a specimen has no stage");
    }
}
