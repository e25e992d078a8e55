package org.resnetclaims.evidence;

import java.util.Locale;

/** Where a number comes from that ours is compared with. */
public enum Origin {
    /** The paper prints it, in digits or in words, so it speaks for the paper. */
    PRINTED,
    /** It follows from what the paper describes, and checks our arithmetic. */
    DERIVED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
