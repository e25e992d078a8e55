package org.resnetclaims.claims.session;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.resnetclaims.claims.DeclaredClaim;
import org.resnetclaims.evidence.EvidenceStore;

/** The claims of a session by their ids, so that no two share one and overwrite each other's record. */
final class KnownClaims {

    private final Map<String, DeclaredClaim> claims = new ConcurrentHashMap<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    /**
     * Enters a claim; entering it again does nothing.
     *
     * @return what is wrong with its declaration, in one sentence; empty if nothing is
     */
    Optional<String> enter(DeclaredClaim claim) {
        if (!EvidenceStore.accepts(claim.id())) {
            return Optional.of(
                    "The claim id \"%s\" is malformed: use a-z, 0-9, dots and hyphens, beginning with a letter or digit"
                            .formatted(claim.id()));
        }
        if (claim.fault().isPresent()) {
            return claim.fault();
        }
        DeclaredClaim holder = claims.putIfAbsent(claim.id(), claim);
        return holder == null || holder.equals(claim)
                ? Optional.empty()
                : Optional.of("Two claims have the id \"%s\": rename that of %s or %s"
                        .formatted(claim.id(), holder.where(), claim.where()));
    }

    /**
     * Enters a claim that starts. It may do so once: a repeated or a parameterised test has several outcomes, of which
     * one record could keep only the last.
     *
     * @return why it must not start, in one sentence; empty if it may
     */
    Optional<String> begin(DeclaredClaim claim) {
        Optional<String> objection = enter(claim);
        if (objection.isPresent() || begun.add(claim.id())) {
            return objection;
        }
        return Optional.of(
                "Claim %s runs more than once in %s: give every claim one test".formatted(claim.id(), claim.where()));
    }

    /** Whether some claim was entered under this id. */
    boolean holds(String id) {
        return claims.containsKey(id);
    }

    /** Of all claims entered so far. */
    Set<String> ids() {
        return Set.copyOf(claims.keySet());
    }
}
