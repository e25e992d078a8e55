package org.resnetclaims.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * @param claims the ids of all claims that were to be judged, each of which has a record
 * @param controls those that guard all trained claims at once
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
        List<String> claims,
        List<SessionControl> controls,
        List<String> reusedRuns) {

    public SessionRecord {
        claims = List.copyOf(claims);
        controls = List.copyOf(controls);
        reusedRuns = List.copyOf(reusedRuns);
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
