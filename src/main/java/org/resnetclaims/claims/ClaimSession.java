package org.resnetclaims.claims;

import java.util.Optional;
import org.resnetclaims.evidence.ClaimRecord;

/** What a claim needs of the session in which it is judged. */
public interface ClaimSession {

    /** The namespace of the store of the launcher session in which claims find their {@link Holder}, by its class. */
    String NAMESPACE = "org.resnetclaims";

    /** Holds the one session of a JVM. */
    interface Holder {

        /** The session, which is opened when the first claim asks for it. */
        ClaimSession get();
    }

    /** The same for all its claims. */
    Conditions conditions();

    /**
     * A claim is about to start.
     *
     * @return why it must not, in one sentence; empty if it may
     */
    Optional<String> begin(DeclaredClaim claim);

    /** Keeps what became of a claim. */
    void record(ClaimRecord claim);
}
