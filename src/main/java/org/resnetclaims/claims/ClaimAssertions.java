package org.resnetclaims.claims;

import org.resnetclaims.evidence.Quantity;

/** Where the assertions of a claim begin; to be imported statically, beside those of AssertJ where needed. */
public final class ClaimAssertions {

    private ClaimAssertions() {}

    /** Begins a statistical assertion on what the runs of an arm come to. */
    public static ArmAssert assertThat(Arm actual) {
        return new ArmAssert(actual);
    }

    /** Begins an assertion on a number that needs no training. */
    public static QuantityAssert assertThat(Quantity actual) {
        return new QuantityAssert(actual);
    }
}
