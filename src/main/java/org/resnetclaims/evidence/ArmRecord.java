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
 * @param levelling null where the runs have no curves
 */
public record ArmRecord(
        String name,
        String network,
        Recipe recipe,
        @Nullable Levelling levelling,
        List<RunOutcome> runs) {

    public ArmRecord {
        Objects.requireNonNull(name, "an arm has no name");
        Objects.requireNonNull(network, "an arm has no network");
        Objects.requireNonNull(recipe, "an arm has no recipe");
        runs = List.copyOf(runs);
        if (runs.stream().map(RunOutcome::seed).distinct().count() < runs.size()) {
            throw new IllegalArgumentException("arm " + name + " has two runs of one seed");
        }
    }

    public static ArmRecord of(String name, String network, Recipe recipe, List<RunOutcome> runs) {
        return new ArmRecord(name, network, recipe, Levelling.of(runs).orElse(null), runs);
    }
}
