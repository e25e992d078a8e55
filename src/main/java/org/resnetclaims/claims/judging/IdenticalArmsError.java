package org.resnetclaims.claims.judging;

/**
 * Two arms that should differ came out equal to the bit on every seed, so they are one network: nothing was compared.
 * That is how it looks when the engine leaves out what tells them apart.
 */
final class IdenticalArmsError extends AssertionError {

    IdenticalArmsError(ArmRuns first, ArmRuns second, int runs) {
        super(
                "The runs of %s and %s are equal to the bit for each of the %d seeds, so the engine trains one and the same network for both"
                        .formatted(first.name(), second.name(), runs));
    }
}
