package org.resnetclaims.evidence;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.RunOutcome;

/**
 * One side of a comparison with all its runs, in the order of their seeds.
 *
 * @param network the identity of the network; with the recipe, the data of the session and a seed it makes the identity
 *     of a run
 * @param width filters of the first convolution of the network
 * @param levelling null where the runs have no curves
 * @param runs none where nothing was trained, since the networks were judged as they are before
 * @param numbers what the arm is judged by, one of each run in the order of the runs; fewer where the claim was not
 *     decided
 */
public record ArmRecord(
        String name,
        String network,
        int width,
        Recipe recipe,
        @Nullable Levelling levelling,
        List<RunOutcome> runs,
        List<Observed> numbers) {

    public ArmRecord {
        Objects.requireNonNull(name, "an arm has no name");
        Objects.requireNonNull(network, "an arm has no network");
        Objects.requireNonNull(recipe, "an arm has no recipe");
        runs = List.copyOf(runs);
        numbers = List.copyOf(numbers);
        requireDistinct(name, "runs", runs.stream().map(RunOutcome::seed).toList());
        requireDistinct(name, "numbers", numbers.stream().map(Observed::seed).toList());
    }

    public static ArmRecord of(
            String name, String network, int width, Recipe recipe, List<RunOutcome> runs, List<Observed> numbers) {
        return new ArmRecord(name, network, width, recipe, Levelling.of(runs).orElse(null), runs, numbers);
    }

    /** The same network and recipe with other runs. */
    public ArmRecord with(List<RunOutcome> others, List<Observed> theirNumbers) {
        return of(name, network, width, recipe, others, theirNumbers);
    }

    /** The seeds of its runs, or of the networks that were not trained. */
    public List<Long> seeds() {
        return runs.isEmpty()
                ? numbers.stream().map(Observed::seed).toList()
                : runs.stream().map(RunOutcome::seed).toList();
    }

    /** The numbers that it is judged by. */
    public double[] values() {
        return numbers.stream().mapToDouble(Observed::value).toArray();
    }

    /** With its first runs alone, as an earlier look has seen it. */
    ArmRecord first(int count) {
        return with(first(runs, count), first(numbers, count));
    }

    private static <T> List<T> first(List<T> all, int count) {
        return all.subList(0, Math.min(count, all.size()));
    }

    private static void requireDistinct(String arm, String what, List<Long> seeds) {
        if (seeds.stream().distinct().count() < seeds.size()) {
            throw new IllegalArgumentException("arm %s has two %s of one seed".formatted(arm, what));
        }
    }
}
