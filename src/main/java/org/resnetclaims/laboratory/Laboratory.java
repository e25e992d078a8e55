package org.resnetclaims.laboratory;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Trainer;

/**
 * Trains the runs that claims ask for: as many at once as it was given workers, the longest of the waiting ones first so
 * that the workers stay busy to the end, and each run once however often it is asked for.
 *
 * <p>Safe for use by several threads.
 */
public final class Laboratory implements AutoCloseable {

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(15);

    private final Trainer trainer;
    private final Dataset data;
    private final Progress progress;
    private final ProgressPrinter printer;
    private final PriorityBlockingQueue<Assignment> waiting = new PriorityBlockingQueue<>();
    private final Map<String, CompletableFuture<RunOutcome>> outcomes = new HashMap<>();
    private final Thread[] workers;
    private boolean closed;

    /**
     * @param data         what every run trains on
     * @param parallelRuns how many runs train at once, each on a thread of its own
     * @param out          where progress is shown
     */
    public Laboratory(Trainer trainer, Dataset data, int parallelRuns, PrintStream out) {
        if (parallelRuns < 1) {
            throw new IllegalArgumentException("A laboratory trains at least 1 run at once, not " + parallelRuns);
        }
        this.trainer = trainer;
        this.data = data;
        this.progress = new Progress(System::nanoTime);
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
     * @return the outcome, or a {@link RunFailedException} that says which run failed and why
     */
    public synchronized CompletableFuture<RunOutcome> submit(Run run) {
        if (closed) {
            throw new IllegalStateException("The laboratory is closed and takes no more runs");
        }
        return outcomes.computeIfAbsent(run.identity(), identity -> {
            Assignment assignment = new Assignment(run, run.work(), outcomes.size());
            progress.queued(assignment);
            waiting.add(assignment);
            return assignment.outcome();
        });
    }

    /** Seconds of training, summed over all runs so far, those in training included. */
    public double busySeconds() {
        return progress.busySeconds();
    }

    /** Gives up the runs that wait or train; whoever waits for one of them gets a {@link CancellationException}. */
    @Override
    public synchronized void close() {
        closed = true;
        printer.close();
        // Before the interrupts, or an interrupted run would pass for a failed one.
        outcomes.values().forEach(outcome -> outcome.cancel(false));
        for (Thread worker : workers) {
            worker.interrupt();
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                train(waiting.take());
            }
        } catch (InterruptedException e) {
            // The laboratory was closed.
            Thread.currentThread().interrupt();
        }
    }

    // Catches everything, errors included: one bad run must neither end its worker nor leave a claim waiting for ever.
    private void train(Assignment assignment) {
        Run run = assignment.run();
        progress.started(assignment);
        printer.print();
        try {
            RunOutcome outcome = trainer.train(run, data, done -> progress.reached(assignment, done));
            finished(assignment);
            assignment.outcome().complete(outcome);
        } catch (Throwable e) {
            finished(assignment);
            assignment.outcome().completeExceptionally(new RunFailedException(run, e));
        }
    }

    private void finished(Assignment assignment) {
        progress.finished(assignment);
        // Otherwise the next run starts at once, and the line tells of both.
        if (waiting.isEmpty()) {
            printer.print();
        }
    }
}
