package org.resnetclaims.laboratory;

import org.resnetclaims.training.Run;

/** A run ended without an outcome; the message says which one and why. */
public final class RunFailedException extends RuntimeException {

    RunFailedException(Run run, Throwable cause) {
        super("The run of %s with seed %d failed: %s".formatted(run.network().name(), run.seed(), cause), cause);
    }
}
