package org.resnetclaims.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.files.Sha256;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.RunOutcome;

/**
 * What one session came to, for the history of all of them.
 *
 * @param gitCommit null outside a checkout
 * @param seeds the draw of seeds that its claims were judged on
 * @param claims those that trained networks and were decided
 */
public record HistoryEntry(
        Instant started,
        String scale,
        String dataset,
        EngineDescription engine,
        @Nullable String gitCommit,
        long seeds,
        List<Result> claims) {

    public HistoryEntry {
        Objects.requireNonNull(started, "a session has no time");
        claims = List.copyOf(claims);
    }

    /**
     * @param experiment what was trained and how it was judged, less the seeds: results of one experiment on several
     *     draws of seeds are replications of each other
     * @param values of each arm, one for each run
     * @param trainingSeconds of all runs of its arms, in whichever session they were trained; null in lines of older
     *     versions of the suite
     */
    public record Result(
            String id,
            String experiment,
            Verdict verdict,
            List<List<Double>> values,
            @Nullable Double trainingSeconds) {

        public Result {
            Objects.requireNonNull(id, "a result is of no claim");
            Objects.requireNonNull(experiment, "a result has no experiment");
            Objects.requireNonNull(verdict, "a result has no verdict");
            values = values.stream().map(List::copyOf).toList();
            if (values.isEmpty() || values.stream().anyMatch(arm -> arm.size() < 2)) {
                throw new IllegalArgumentException("a result has an arm of fewer than two runs");
            }
        }
    }

    public static HistoryEntry of(SessionRecord session, List<ClaimRecord> claims) {
        return new HistoryEntry(
                session.started(),
                session.scale(),
                session.dataset().name(),
                session.engine(),
                session.environment().gitCommit(),
                session.seeds(),
                claims.stream().flatMap(claim -> result(session, claim)).toList());
    }

    private static Stream<Result> result(SessionRecord session, ClaimRecord claim) {
        return claim.judged().stream()
                .map(judged -> new Result(
                        claim.id(), experiment(session, judged), claim.verdict(), values(judged), seconds(judged)));
    }

    private static double seconds(ClaimState.Judged judged) {
        return judged.arms().stream()
                .flatMap(arm -> arm.runs().stream())
                .mapToDouble(RunOutcome::seconds)
                .filter(Double::isFinite)
                .sum();
    }

    private static List<List<Double>> values(ClaimState.Judged judged) {
        return judged.arms().stream()
                .map(arm -> arm.numbers().stream().map(Observed::value).toList())
                .toList();
    }

    /** The engine is not part of it: another engine that comes to the same verdict is a replication too. */
    static String experiment(SessionRecord session, ClaimState.Judged judged) {
        return Sha256.of("%s %s %s %s %s %s"
                .formatted(
                        session.dataset().fingerprint(),
                        judged.observable(),
                        judged.decision().hypothesis().design(),
                        judged.decision().hypothesis().relation(),
                        judged.decision().hypothesis().margin(),
                        judged.arms().stream()
                                .map(arm -> arm.network() + arm.recipe())
                                .collect(Collectors.joining(" "))));
    }
}
