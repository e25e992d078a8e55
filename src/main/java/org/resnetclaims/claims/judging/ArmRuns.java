package org.resnetclaims.claims.judging;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.Metric;
import org.resnetclaims.laboratory.Laboratory;
import org.resnetclaims.network.Network;
import org.resnetclaims.statistics.Observations;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;

/**
 * One side of a comparison: a network under a recipe, of which as many seeds are trained as the decision needs. Made by
 * an {@link Experiment}, judged by {@link ClaimAssertions#assertThat(Arm)}.
 */
public final class Arm {

    private final Experiment experiment;
    private final Laboratory laboratory;
    private final String name;
    private final Network network;
    private final DatasetDescription data;
    private final Recipe recipe;
    private final Seeds seeds;

    Arm(
            Experiment experiment,
            Laboratory laboratory,
            String name,
            Network network,
            DatasetDescription data,
            Recipe recipe,
            Seeds seeds) {
        this.experiment = experiment;
        this.laboratory = laboratory;
        this.name = name;
        this.network = network;
        this.data = data;
        this.recipe = recipe;
        this.seeds = seeds;
    }

    /** That of its network, unless it is trained in another way than the scale has it. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name();
    }

    Experiment experiment() {
        return experiment;
    }

    /** The same network, trained for a multiple of the time on a schedule stretched alike. */
    Arm trainedFor(double factor, String newName) {
        return new Arm(experiment, laboratory, newName, network, data, recipe.stretched(factor), seeds);
    }

    /** Of one run, see {@link Run#work}. */
    double work() {
        return new Run(network, data, recipe, seeds.seed(0)).work();
    }

    /** Whether the runs of both arms are the very same. */
    boolean sharesRunsWith(Arm other) {
        return network.equals(other.network) && recipe.equals(other.recipe);
    }

    /** Has the first runs trained, without waiting for them. */
    List<CompletableFuture<RunOutcome>> request(int runs) {
        return IntStream.range(0, runs)
                .mapToObj(k -> laboratory.submit(new Run(network, data, recipe, seeds.seed(k))))
                .toList();
    }

    /** The first runs, once they are trained. */
    List<RunOutcome> outcomes(int runs) {
        return request(runs).stream().map(Arm::outcome).toList();
    }

    /** What statistics need to know of them. */
    Observations observations(int runs, Metric metric) {
        return metric.observations(outcomes(runs), data);
    }

    /** Those of the first runs that have been trained. */
    ArmRecord record(int runs) {
        return ArmRecord.of(
                name(),
                new Run(network, data, recipe, 0).networkIdentity(),
                recipe,
                request(runs).stream().flatMap(Arm::trained).toList());
    }

    private static Stream<RunOutcome> trained(CompletableFuture<RunOutcome> run) {
        return run.isDone() && !run.isCompletedExceptionally() ? Stream.of(run.join()) : Stream.empty();
    }

    private static RunOutcome outcome(CompletableFuture<RunOutcome> run) {
        try {
            return run.join();
        } catch (CancellationException e) {
            throw new TestAbortedException(
                    "Interrupted before its runs were trained: run the same command again to go on from there", e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
