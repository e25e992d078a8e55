package org.resnetclaims.agreement;

import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.Status;

/**
 * What a claim came to on two engines.
 *
 * @param first null where the session of the first engine has no such claim
 * @param second likewise
 */
record ClaimAgreement(
        String id, @Nullable Status first, @Nullable Status second) {

    /** Whether both sessions have it, and to the same end. */
    boolean agrees() {
        return first != null && first == second;
    }
}
