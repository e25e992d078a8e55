package org.resnetclaims.claims.launch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.evidence.Kind;

/**
 * A statement of the paper, or of what is said about it, and the claims that test it.
 *
 * @param claims their ids; those that it is to have, where none of them is built
 * @param place in the paper, such as {@code Fig. 1}
 * @param statement in one sentence
 * @param how it is tested; empty where nobody knows yet
 * @param scale the smallest that can speak about it
 * @param notBuilt why there are no such claims; null where there are
 */
record CatalogueRow(
        List<String> claims,
        String place,
        String statement,
        Kind kind,
        String how,
        Scale scale,
        @Nullable String notBuilt) {

    CatalogueRow {
        claims = List.copyOf(claims);
        Objects.requireNonNull(place, "a row of the catalogue has no place");
        Objects.requireNonNull(statement, "a row of the catalogue has no statement");
        Objects.requireNonNull(kind, "a row of the catalogue has no kind");
        Objects.requireNonNull(how, "a row of the catalogue does not say how it is tested");
        Objects.requireNonNull(scale, "a row of the catalogue has no scale");
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("a row of the catalogue has no claim: %s".formatted(statement));
        }
    }

    /** Why it has no claims; empty where it has. */
    Optional<String> reason() {
        return Optional.ofNullable(notBuilt);
    }
}
