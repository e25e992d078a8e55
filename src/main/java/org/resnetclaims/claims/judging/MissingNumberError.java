package org.resnetclaims.claims.judging;

/** A run lacks the number that its arm is judged by, so nothing is decided: to leave the run out would be a choice. */
final class MissingNumberError extends AssertionError {

    /** @param diverged whether the training of the run did */
    MissingNumberError(String arm, long seed, Observable observable, double value, boolean diverged) {
        super("The %s of %s with seed %d is %s%s, so that the claim cannot be decided"
                .formatted(observable, arm, seed, value, diverged ? ", since its training diverged" : ""));
    }
}
