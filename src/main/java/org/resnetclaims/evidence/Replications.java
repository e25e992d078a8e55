package org.resnetclaims.evidence;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.HistoryEntry.Result;
import org.resnetclaims.statistics.Design;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.statistics.methods.PooledEstimate;
import org.resnetclaims.statistics.methods.TwoSamples;

/**
 * What all sessions that judged a claim by the same experiment say together. Sessions on one draw of seeds have the
 * same runs, so only the latest of them counts.
 *
 * @param claim its id
 * @param draws the verdict on each draw of seeds
 * @param pooled over the runs of all draws; null for a claim that is not about one arm against another
 */
public record Replications(
        String claim, Map<Long, Verdict> draws, @Nullable PooledEstimate pooled) {

    public Replications {
        Objects.requireNonNull(claim, "replications are of no claim");
        draws = new TreeMap<>(draws);
    }

    /**
     * @param design what the claim sets against what
     * @param history oldest first, with the latest session at its end
     */
    static Replications of(String claim, Design design, String experiment, List<HistoryEntry> history) {
        Map<Long, Result> byDraw = new TreeMap<>();
        for (HistoryEntry entry : history) {
            entry.claims().stream()
                    .filter(result ->
                            result.id().equals(claim) && result.experiment().equals(experiment))
                    .forEach(result -> byDraw.put(entry.seeds(), result));
        }
        Map<Long, Verdict> verdicts = new TreeMap<>();
        byDraw.forEach((draw, result) -> verdicts.put(draw, result.verdict()));
        boolean pooled = design instanceof Design.TwoArms && !byDraw.isEmpty();
        return new Replications(claim, verdicts, pooled ? PooledEstimate.of(samples(byDraw)) : null);
    }

    private static List<TwoSamples> samples(Map<Long, Result> byDraw) {
        return byDraw.values().stream()
                .map(result -> new TwoSamples(
                        numbers(result.values().get(0)), numbers(result.values().get(1))))
                .toList();
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
