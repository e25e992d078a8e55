package org.resnetclaims.claims.judging;

/**
 * Two arms that should differ came out equal to the bit on every seed, so nothing was compared: the engine has trained
 * one and the same network for both, as it does if it ignores the option in which they differ.
 */
final class IdenticalArmsError extends AssertionError {

    IdenticalArmsError(ArmRuns first, ArmRuns second, int runs) {
        super(
                "The runs of %s and %s are equal to the bit for each of the %d seeds, so the engine trains one and the same network for both"
                        .formatted(first.name(), second.name(), runs));
    }
}
