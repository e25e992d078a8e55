package org.resnetclaims.evidence;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.files.Sha256;
import org.resnetclaims.training.EngineDescription;

/**
 * One start of the suite: what it ran on and with which settings.
 *
 * @param scale {@code quick}, {@code standard} or {@code paper}
 * @param wallSeconds from the start until the last claim ended so far
 * @param busySeconds summed over all runs trained in this session
 * @param parallelRuns how many runs were trained at once
 * @param seeds which draw of seeds the claims are judged on; 0 for that of the committed reference
 * @param costly whether claims were judged too that are judged with {@code -Dcostly=true} alone
 * @param claims the ids of all claims that were to be judged, each of which has a record
 * @param controls those that guard all trained claims at once
 * @param standings of all claims, by their ids, as the controls leave them; empty until the session has ended
 * @param reusedRuns the identities of those that were not trained, since the archive had their outcomes
 */
public record SessionRecord(
        String scale,
        DatasetDescription dataset,
        EngineDescription engine,
        Environment environment,
        Instant started,
        double wallSeconds,
        double busySeconds,
        int parallelRuns,
        long seeds,
        boolean costly,
        List<String> claims,
        List<SessionControl> controls,
        Map<String, Standing> standings,
        List<String> reusedRuns) {

    public SessionRecord {
        Objects.requireNonNull(scale, "a session has no scale");
        Objects.requireNonNull(dataset, "a session has no data");
        Objects.requireNonNull(engine, "a session has no engine");
        Objects.requireNonNull(environment, "a session has no environment");
        Objects.requireNonNull(started, "a session has no start");
        claims = List.copyOf(claims);
        controls = List.copyOf(controls);
        standings = Collections.unmodifiableMap(new TreeMap<>(standings));
        reusedRuns = List.copyOf(reusedRuns);
    }

    /** What is to be believed of a claim, as the controls of the session leave it. */
    public Standing standing(ClaimRecord claim) {
        Standing recorded = standings.get(claim.id());
        // A record that was damaged since the end of the session says nothing any more.
        return recorded == null || claim.session().isEmpty() ? decide(claim) : recorded;
    }

    /** Likewise, whatever is recorded; a control that is not decided leaves what it guards in doubt. */
    Standing decide(ClaimRecord claim) {
        return Standing.of(claim, controls);
    }

    /** The same session with other standings of its claims. */
    public SessionRecord withStandings(Map<String, Standing> others) {
        return new SessionRecord(
                scale,
                dataset,
                engine,
                environment,
                started,
                wallSeconds,
                busySeconds,
                parallelRuns,
                seeds,
                costly,
                claims,
                controls,
                others,
                reusedRuns);
    }

    /** SHA-256, in hex, of what makes it this session and no other; the records of its claims name it. */
    public String identity() {
        return Sha256.of("%s, %s, %s, seeds %d, %s".formatted(scale, dataset, engine, seeds, started));
    }

    /** The machine and the code; {@code gitCommit} is null outside a checkout. */
    public record Environment(
            @Nullable String gitCommit,
            boolean gitDirty,
            String java,
            String os,
            String cpu,
            int cores,
            long memoryMiB,
            Map<String, String> libraries,
            int threadsPerRun) {}
}
