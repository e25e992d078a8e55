package org.resnetclaims.laboratory;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.TrainedRun;

/**
 * Trains the runs that claims ask for: as many at once as it was given workers, the longest of the waiting ones first
 * so that the workers stay busy to the end, and each run once however often it is asked for, in this process or
 * another.
 *
 * <p>Safe for use by several threads.
 */
public final class Laboratory implements AutoCloseable {

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration LAST_CHECKPOINT = Duration.ofSeconds(5);

    private final RunExecutor executor;
    private final Archive archive;
    private final PrintStream out;
    private final Progress progress;
    private final ProgressPrinter printer;
    private final PriorityBlockingQueue<Assignment> waiting = new PriorityBlockingQueue<>();
    private final Map<String, CompletableFuture<RunOutcome>> outcomes = new HashMap<>();
    private final Thread[] workers;
    private final ReusedRuns reused = new ReusedRuns();
    private boolean closed;

    /**
     * @param executor where the runs are trained
     * @param archive where outcomes are kept, and may have been before
     * @param parallelRuns how many runs train at once, each on a thread of its own
     * @param out where progress is shown
     */
    public Laboratory(RunExecutor executor, Archive archive, int parallelRuns, PrintStream out) {
        if (parallelRuns < 1) {
            throw new IllegalArgumentException("A laboratory trains at least 1 run at once, not " + parallelRuns);
        }
        this.executor = executor;
        this.archive = archive;
        this.out = out;
        this.progress = new Progress(archive.folder(), System::nanoTime);
        this.printer = new ProgressPrinter(progress, out, PROGRESS_EVERY);
        this.workers = new Thread[parallelRuns];
        for (int i = 0; i < parallelRuns; i++) {
            workers[i] = new Thread(this::work, "laboratory-" + (i + 1));
            // A laboratory that nobody closes must not keep the JVM alive.
            workers[i].setDaemon(true);
            workers[i].start();
        }
    }

    /**
     * Has a run trained, unless that has been asked for before.
     *
     * @return the outcome, or a {@link RunFailedException} that says which run failed and why, or a
     *     {@link CancellationException} if the laboratory is closed before there is either
     */
    public synchronized CompletableFuture<RunOutcome> submit(Run run) {
        return outcomes.computeIfAbsent(run.identity(), identity -> {
            Assignment assignment = new Assignment(run, run.work(), outcomes.size());
            if (closed) {
                assignment.outcome().cancel(false);
                return assignment.outcome();
            }
            progress.queued(assignment);
            waiting.add(assignment);
            return assignment.outcome();
        });
    }

    /** Whether all that was asked for is done. */
    public synchronized boolean isIdle() {
        return outcomes.values().stream().allMatch(CompletableFuture::isDone);
    }

    /** Seconds of training, summed over all runs so far, those in training included. */
    public double busySeconds() {
        return progress.busySeconds();
    }

    /** The identities of the runs so far that an earlier session, or another process, has trained. */
    public List<String> reusedRuns() {
        return reused.identities();
    }

    /**
     * Gives up the runs that wait or train; whoever waits for one of them gets a {@link CancellationException}. Those
     * in training leave a checkpoint if they are quick about it.
     */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            printer.close();
            // Before the interrupts, or an interrupted run would pass for a failed one.
            outcomes.values().forEach(outcome -> outcome.cancel(false));
            for (Thread worker : workers) {
                worker.interrupt();
            }
        }
        awaitWorkers();
        if (!reused.isEmpty()) {
            out.println("Reused from %s: %s.".formatted(archive.folder(), reused));
        }
    }

    private void awaitWorkers() {
        long deadline = System.nanoTime() + LAST_CHECKPOINT.toNanos();
        try {
            for (Thread worker : workers) {
                worker.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void work() {
        try {
            while (!isClosed()) {
                attendTo(waiting.take());
            }
        } catch (InterruptedException e) {
            // The laboratory was closed.
            Thread.currentThread().interrupt();
        }
    }

    // Catches everything, errors included: one bad run must neither end its worker nor leave a claim waiting for ever.
    private void attendTo(Assignment assignment) {
        try {
            Optional<ArchiveEntry> reserved = archive.reserve(assignment.run());
            if (reserved.isEmpty()) {
                postpone(assignment);
                return;
            }
            try (ArchiveEntry entry = reserved.get()) {
                assignment.outcome().complete(outcome(assignment, entry));
            }
        } catch (Throwable e) {
            assignment.outcome().completeExceptionally(new RunFailedException(assignment.run(), e));
        }
    }

    /** Lets other runs go first while another process trains this one: its outcome will serve both. */
    private void postpone(Assignment assignment) {
        progress.foundElsewhere(assignment);
        CompletableFuture.delayedExecutor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> waiting.add(assignment));
    }

    private RunOutcome outcome(Assignment assignment, ArchiveEntry entry) {
        Optional<RunOutcome> kept = entry.outcome();
        if (kept.isPresent()) {
            reused.add(assignment.run());
            progress.reused(assignment);
            printLast();
            return kept.get();
        }
        RunOutcome trained = train(assignment, entry).outcome();
        // An interrupt that came too late for the training would keep the file from being written.
        Thread.interrupted();
        entry.keep(trained);
        return trained;
    }

    private TrainedRun train(Assignment assignment, ArchiveEntry entry) {
        progress.started(assignment);
        printer.print();
        try {
            Checkpoints checkpoints = new RunCheckpoints(entry, () -> progress.resumed(assignment));
            return executor.train(assignment.run(), checkpoints, done -> progress.reached(assignment, done));
        } finally {
            progress.finished(assignment);
            printLast();
        }
    }

    // Otherwise the next run starts at once, and the line tells of both.
    private void printLast() {
        if (waiting.isEmpty()) {
            printer.print();
        }
    }
}
