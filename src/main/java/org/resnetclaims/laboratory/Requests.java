package org.resnetclaims.laboratory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Specimen;
import org.resnetclaims.training.StateDict;

/**
 * What a laboratory has been asked for. What is asked for again gets the future of the first time; what is asked for
 * after the end is cancelled.
 */
final class Requests {

    private final Consumer<Assignment> workers;
    private final Archive archive;
    private final Map<String, CompletableFuture<RunOutcome>> outcomes = new HashMap<>();
    private final Map<String, CompletableFuture<Findings>> findings = new HashMap<>();
    /** The networks that examinations wait for; one that has come is forgotten, since it is large. */
    private final Map<String, CompletableFuture<StateDict>> awaited = new HashMap<>();

    private int assignments;
    private boolean closed;

    /**
     * @param workers take what is to be done
     * @param archive has what earlier sessions have done
     */
    Requests(Consumer<Assignment> workers, Archive archive) {
        this.workers = workers;
        this.archive = archive;
    }

    /** The outcome of a run, which is assigned where nobody has asked for it. */
    synchronized CompletableFuture<RunOutcome> outcome(Run run) {
        return outcomes.computeIfAbsent(run.identity(), identity -> {
            assign(new RunAssignment(run, archive.hasBegun(run), archive.hasOutcome(run), assignments++));
            return future();
        });
    }

    /** The trained network of a run, which is assigned for it even if its outcome is known. */
    synchronized CompletableFuture<StateDict> network(Run run) {
        return awaited.computeIfAbsent(run.identity(), identity -> {
            CompletableFuture<RunOutcome> outcome = outcomes.computeIfAbsent(identity, any -> future());
            if (outcome.isCompletedExceptionally()) {
                return outcome.thenCompose(never -> future());
            }
            // Where the archive had it, nobody would have asked.
            assign(new RunAssignment(run, archive.hasBegun(run), false, assignments++));
            return future();
        });
    }

    /** What an examination finds, which is assigned where nobody has asked for it. */
    synchronized CompletableFuture<Findings> findings(
            List<Specimen> specimens, Examination examination, ExaminationKey key) {
        return findings.computeIfAbsent(key.hash(), hash -> {
            assign(new ExaminationAssignment(specimens, examination, key, archive.hasFindings(key), assignments++));
            return future();
        });
    }

    synchronized CompletableFuture<Findings> findings(ExaminationAssignment assignment) {
        return Objects.requireNonNull(findings.get(assignment.key().hash()));
    }

    private void assign(Assignment assignment) {
        if (!closed) {
            workers.accept(assignment);
        }
    }

    private <T> CompletableFuture<T> future() {
        CompletableFuture<T> future = new CompletableFuture<>();
        if (closed) {
            future.cancel(false);
        }
        return future;
    }

    /** Whether anybody has asked for the run, or for its network where that had to be trained. */
    synchronized boolean areFor(Run run) {
        return outcomes.containsKey(run.identity());
    }

    synchronized boolean isAwaited(Run run) {
        return awaited.containsKey(run.identity());
    }

    /** Whoever waits for the network of a run, for the caller to tell. */
    synchronized Optional<CompletableFuture<StateDict>> noLongerAwaited(Run run) {
        return Optional.ofNullable(awaited.remove(run.identity()));
    }

    synchronized boolean areClosed() {
        return closed;
    }

    /** Cancels all that has not come. Returns false if it was done before. */
    synchronized boolean close() {
        if (closed) {
            return false;
        }
        closed = true;
        Stream.of(outcomes, findings, awaited)
                .flatMap(futures -> List.copyOf(futures.values()).stream())
                .forEach(future -> future.cancel(false));
        return true;
    }
}
