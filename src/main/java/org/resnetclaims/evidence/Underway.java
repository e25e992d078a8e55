package org.resnetclaims.evidence;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a session has come that has not ended; renewed from time to time, and gone once the session has ended.
 *
 * @param asOf when this was written
 * @param renewedAfterSeconds how long it is until it is renewed, at most
 * @param open the ids of the claims that are not decided
 * @param secondsLeft until all are, as far as can be told; null where nothing can
 */
public record Underway(
        Instant asOf,
        int renewedAfterSeconds,
        Set<String> open,
        @Nullable Double secondsLeft) {

    public Underway {
        Objects.requireNonNull(asOf, "nobody can tell when this was written");
        open = Set.copyOf(open);
    }

    /**
     * The session with what is to be believed of its claims for the time being: a claim that is decided stands as its
     * own control leaves it, since those of the session are decided at its end.
     */
    public SessionRecord of(SessionRecord session, List<ClaimRecord> claims) {
        if (!session.standings().isEmpty()) {
            return session;
        }
        Map<String, Standing> standings = new HashMap<>();
        claims.forEach(claim -> standings.put(
                claim.id(), open.contains(claim.id()) ? new Standing(Status.OPEN, List.of()) : claim.standing()));
        return session.withStandings(standings);
    }
}
