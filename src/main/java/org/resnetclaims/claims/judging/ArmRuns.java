package org.resnetclaims.claims.judging;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.Observed;
import org.resnetclaims.laboratory.Laboratory;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.statistics.Observations;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;

/** The runs of an arm: one network under one recipe, trained once for each seed that a decision asks for. */
public final class ArmRuns {

    private final Laboratory laboratory;
    private final String name;
    private final Network network;
    private final DatasetDescription data;
    private final Recipe recipe;
    private final Seeds seeds;

    /** Trains nothing yet. */
    public ArmRuns(
            Laboratory laboratory, String name, Network network, DatasetDescription data, Recipe recipe, Seeds seeds) {
        this.laboratory = laboratory;
        this.name = name;
        this.network = network;
        this.data = data;
        this.recipe = recipe;
        this.seeds = seeds;
    }

    /** The name of the network, unless the arm is trained otherwise than the scale in force has it. */
    public String name() {
        return name;
    }

    /** The same network, trained for a multiple of the time on a schedule stretched alike. */
    ArmRuns trainedFor(double factor, String newName) {
        return new ArmRuns(laboratory, newName, network, data, recipe.stretched(factor), seeds);
    }

    /** How much work one run is, see {@link Run#work}. */
    double work() {
        return new Run(network, data, recipe, seeds.seed(0)).work();
    }

    /** Whether the runs of both arms are the very same. */
    boolean sharesRunsWith(ArmRuns other) {
        return network.equals(other.network) && recipe.equals(other.recipe);
    }

    /** Asks the laboratory for the numbers of the first seeds, without waiting for them. */
    List<CompletableFuture<Observed>> request(int count, Observable observable) {
        return runs(count).map(run -> observable.number(run, laboratory)).toList();
    }

    /** The arm with the first seeds, and the numbers that it is judged by; waits until they are there. */
    ArmRecord measured(int count, Observable observable) {
        request(count, observable).forEach(ArmRuns::await);
        return record(name, count, observable);
    }

    /** What statistics need to know of an arm. */
    Observations observations(ArmRecord measured, Observable observable) {
        return observable.described().observations(measured, data);
    }

    /** The arm under a name, with what there is of the first seeds by now; waits for nothing. */
    ArmRecord record(String underName, int count, Observable observable) {
        List<RunOutcome> outcomes = observable.needsTraining()
                ? runs(count)
                        .flatMap(run -> present(laboratory.submit(run)).stream())
                        .toList()
                : List.of();
        List<Observed> numbers = runs(count)
                .flatMap(run -> present(observable.number(run, laboratory)).stream())
                .toList();
        return ArmRecord.of(
                underName, new Run(network, data, recipe, 0).networkIdentity(), width(), recipe, outcomes, numbers);
    }

    private int width() {
        return network.nodes().stream()
                .flatMap(node ->
                        node.layer() instanceof Layer.Convolution first ? Stream.of(first.filters()) : Stream.of())
                .findFirst()
                .orElse(0);
    }

    private Stream<Run> runs(int count) {
        return runs(0, count);
    }

    /** Those of the first seeds from so many on to so many. */
    Stream<Run> runs(int from, int to) {
        return IntStream.range(from, to).mapToObj(k -> run(seeds.seed(k)));
    }

    Run run(long seed) {
        return new Run(network, data, recipe, seed);
    }

    private static <T> Optional<T> present(CompletableFuture<T> future) {
        return future.isDone() && !future.isCompletedExceptionally() ? Optional.of(future.join()) : Optional.empty();
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CancellationException | CompletionException e) {
            // What is made of something else that was cancelled is not itself cancelled.
            Throwable cause = e instanceof CompletionException ? e.getCause() : e;
            if (cause instanceof CancellationException) {
                throw new TestAbortedException(
                        "Interrupted before its runs were trained: run the same command again to go on from there", e);
            }
            throw cause instanceof RuntimeException failure ? failure : e;
        }
    }
}
