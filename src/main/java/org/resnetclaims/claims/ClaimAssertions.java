package org.resnetclaims.claims;

import java.util.Arrays;
import java.util.stream.Stream;
import org.resnetclaims.evidence.Quantity;

/** Where the assertions of a claim begin; to be imported statically, beside those of AssertJ where needed. */
public final class ClaimAssertions {

    private ClaimAssertions() {}

    /** Begins a statistical assertion on what the runs of an arm come to. */
    public static ArmAssert assertThat(Arm actual) {
        return new ArmAssert(actual);
    }

    /** Begins a statistical assertion on how a number changes along several arms, in this order. */
    public static ArmsAssert assertThat(Arm first, Arm second, Arm third, Arm... more) {
        return new ArmsAssert(Stream.concat(Stream.of(first, second, third), Arrays.stream(more))
                .toList());
    }

    /** Begins an assertion on a number that needs no training. */
    public static QuantityAssert assertThat(Quantity actual) {
        return new QuantityAssert(actual);
    }
}
