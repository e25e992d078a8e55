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
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Specimen;

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

    /** Asks the laboratory for the runs of the first seeds, without waiting for them. */
    List<CompletableFuture<RunOutcome>> request(int runs) {
        return IntStream.range(0, runs)
                .mapToObj(k -> laboratory.submit(new Run(network, data, recipe, seeds.seed(k))))
                .toList();
    }

    /** The outcomes of the first seeds; waits until they are trained. */
    List<RunOutcome> outcomes(int runs) {
        return request(runs).stream().map(ArmRuns::outcome).toList();
    }

    /** What the outcomes of the first seeds are as numbers; waits until they are trained. */
    Observations observations(int runs, Metric metric) {
        return metric.observations(outcomes(runs), data);
    }

    /** The arm with those outcomes of the first seeds that are there by now; waits for none. */
    ArmRecord record(int runs) {
        return ArmRecord.of(
                name(),
                new Run(network, data, recipe, 0).networkIdentity(),
                recipe,
                request(runs).stream().flatMap(ArmRuns::trained).toList());
    }

    /**
     * What an examination finds on the networks of the first seeds, one after the other; waits until they are trained
     * and examined.
     */
    public List<Findings> examine(int runs, Specimen.Stage stage, Examination examination) {
        List<CompletableFuture<Findings>> findings = IntStream.range(0, runs)
                .mapToObj(k -> new Specimen(new Run(network, data, recipe, seeds.seed(k)), stage))
                .map(specimen -> laboratory.examine(List.of(specimen), examination))
                .toList();
        return findings.stream().map(ArmRuns::outcome).toList();
    }

    private static Stream<RunOutcome> trained(CompletableFuture<RunOutcome> run) {
        return run.isDone() && !run.isCompletedExceptionally() ? Stream.of(run.join()) : Stream.empty();
    }

    private static <T> T outcome(CompletableFuture<T> run) {
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
