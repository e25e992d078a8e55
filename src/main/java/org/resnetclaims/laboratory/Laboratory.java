package org.resnetclaims.laboratory;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner.Subject;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Specimen;
import org.resnetclaims.training.StateDict;
import org.resnetclaims.training.TrainedRun;

/**
 * Trains the runs and examines the networks that claims ask for: as many at once as it was given workers, the longest
 * of the waiting runs first so that the workers stay busy to the end, and each once however often it is asked for, in
 * this process or another.
 *
 * <p>Safe for use by several threads.
 */
public final class Laboratory implements AutoCloseable {

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration LAST_CHECKPOINT = Duration.ofSeconds(5);

    private final RunExecutor executor;
    private final Archive archive;
    private final PrintStream out;
    private final Progress progress;
    private final ProgressPrinter printer;
    private final PriorityBlockingQueue<Assignment> waiting = new PriorityBlockingQueue<>();
    private final List<Thread> workers = new ArrayList<>();
    private final ReusedRuns reused = new ReusedRuns();
    private final Requests requests;

    private Laboratory(RunExecutor executor, Archive archive, int parallelRuns, PrintStream out) {
        this.executor = executor;
        this.archive = archive;
        this.out = out;
        this.progress = new Progress(archive.folder(), parallelRuns, System::nanoTime);
        this.printer = new ProgressPrinter(progress, out);
        this.requests = new Requests(this::enqueue, archive);
    }

    /**
     * A laboratory whose workers wait for something to do.
     *
     * @param executor where runs are trained and networks are examined
     * @param archive where what comes of it is kept, and may have been before
     * @param parallelRuns how many workers there are, each a thread of its own
     * @param out where progress is shown
     */
    public static Laboratory open(RunExecutor executor, Archive archive, int parallelRuns, PrintStream out) {
        if (parallelRuns < 1) {
            throw new IllegalArgumentException("A laboratory trains at least 1 run at once, not " + parallelRuns);
        }
        Laboratory laboratory = new Laboratory(executor, archive, parallelRuns, out);
        laboratory.start(parallelRuns);
        return laboratory;
    }

    private void start(int parallelRuns) {
        printer.start(PROGRESS_EVERY);
        for (int i = 1; i <= parallelRuns; i++) {
            Thread worker = new Thread(this::work, "laboratory-" + i);
            // A laboratory that nobody closes must not keep the JVM alive.
            worker.setDaemon(true);
            workers.add(worker);
        }
        workers.forEach(Thread::start);
    }

    /**
     * Has a run trained, unless that has been asked for before.
     *
     * @return the outcome, or a {@link RunFailedException} that says which run failed and why, or a
     *     {@link CancellationException} if the laboratory is closed before there is either
     */
    public CompletableFuture<RunOutcome> submit(Run run) {
        return requests.outcome(run);
    }

    /**
     * Has networks examined together, unless that has been asked for before. Those of them that are to be trained and
     * are not in the archive are trained first.
     *
     * @param specimens in the order in which the examination is given them
     * @return what was found, or an {@link ExaminationFailedException} that says which examination failed and why, or
     *     the {@link RunFailedException} of one of the runs, or a {@link CancellationException} if the laboratory is
     *     closed before there is either
     * @throws IllegalArgumentException if there are no specimens, or the examination is no record, or one of values
     *     that cannot be told in full
     */
    public CompletableFuture<Findings> examine(List<Specimen> specimens, Examination examination) {
        if (specimens.isEmpty()) {
            throw new IllegalArgumentException("The examination %s is of no network".formatted(examination));
        }
        return requests.findings(List.copyOf(specimens), examination, archive.key(specimens, examination));
    }

    /** Takes it that claims come to need so many looks, as they did in an earlier session, for the time left. */
    public void assume(Map<String, Integer> looks) {
        progress.assume(looks);
    }

    /**
     * Says that a claim has come to its first or next look, for the time left.
     *
     * @param looks that one, and those that may follow
     */
    public void looks(String claim, List<Look> looks) {
        progress.looks(
                claim,
                looks.stream()
                        .map(look -> new Look(
                                look.seeds(),
                                look.runs().stream()
                                        .filter(run -> !archive.hasOutcome(run))
                                        .toList()))
                        .toList());
    }

    /** Says that a claim needs no further looks. */
    public void decided(String claim) {
        progress.decided(claim);
    }

    /** How long it takes to do all that is asked for and expected, by what is known; empty where nothing is. */
    public OptionalDouble secondsLeft() {
        return progress.secondsLeft();
    }

    private void enqueue(Assignment assignment) {
        progress.queued(assignment);
        waiting.add(assignment);
    }

    /** Whether all that was asked for is done. */
    public boolean isIdle() {
        return progress.isIdle();
    }

    /** Seconds of work, summed over all runs and examinations so far, those under way included. */
    public double busySeconds() {
        return progress.busySeconds();
    }

    /** The identities of the runs so far that an earlier session, or another process, has trained. */
    public List<String> reusedRuns() {
        return reused.identities();
    }

    /**
     * Gives up what waits or is under way; whoever waits for it gets a {@link CancellationException}. Runs in training
     * leave a checkpoint if they are quick about it.
     */
    @Override
    public void close() {
        // Before the interrupts, or an interrupted run would pass for a failed one.
        if (!requests.close()) {
            return;
        }
        printer.close();
        workers.forEach(Thread::interrupt);
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

    private void work() {
        try {
            while (!requests.areClosed()) {
                Assignment next = waiting.take();
                if (next instanceof RunAssignment run) {
                    attendTo(run);
                } else if (next instanceof ExaminationAssignment examination) {
                    attendTo(examination);
                }
            }
        } catch (InterruptedException e) {
            // The laboratory was closed.
            Thread.currentThread().interrupt();
        }
    }

    // Catches everything, errors included: one bad run must neither end its worker nor leave a claim waiting for ever.
    private void attendTo(RunAssignment assignment) {
        Run run = assignment.run();
        try {
            Optional<RunEntry> reserved = archive.reserve(run);
            if (reserved.isEmpty()) {
                postpone(assignment);
                return;
            }
            try (RunEntry entry = reserved.get()) {
                provide(assignment, entry);
            }
        } catch (Throwable e) {
            RunFailedException failure = new RunFailedException(run, e);
            requests.outcome(run).completeExceptionally(failure);
            requests.noLongerAwaited(run).ifPresent(network -> network.completeExceptionally(failure));
        }
    }

    /** Likewise. */
    private void attendTo(ExaminationAssignment assignment) {
        try {
            Optional<FindingsEntry> reserved = archive.reserve(assignment.key());
            if (reserved.isEmpty()) {
                postpone(assignment);
                return;
            }
            try (FindingsEntry entry = reserved.get()) {
                provide(assignment, entry);
            }
        } catch (Throwable e) {
            requests.findings(assignment).completeExceptionally(new ExaminationFailedException(assignment, e));
        }
    }

    /**
     * Lets others go first while the same is under way, here or in another process: what comes of it will serve both.
     */
    private void postpone(Assignment assignment) {
        progress.foundUnderWay(assignment);
        CompletableFuture.delayedExecutor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> waiting.add(assignment));
    }

    private void provide(RunAssignment assignment, RunEntry entry) {
        Run run = assignment.run();
        boolean networkWanted = requests.isAwaited(run);
        if (requests.outcome(run).isDone() && !networkWanted) {
            // The run was queued twice, for its outcome and for its network, and the first pass delivered both.
            progress.dropped(assignment);
            return;
        }
        Optional<RunOutcome> kept = entry.outcome();
        Optional<StateDict> network = networkWanted ? entry.parameters() : Optional.empty();
        if (kept.isPresent() && network.isPresent() == networkWanted) {
            if (requests.outcome(run).complete(kept.get())) {
                reused.add(run);
                progress.reused(assignment);
            } else {
                progress.dropped(assignment);
            }
            network.ifPresent(found -> requests.noLongerAwaited(run).ifPresent(waiter -> waiter.complete(found)));
            printLast();
            return;
        }
        TrainedRun trained = train(assignment, entry, kept);
        // An interrupt that came too late for the training would keep the files from being written.
        Thread.interrupted();
        entry.keep(trained);
        requests.outcome(run).complete(trained.outcome());
        requests.noLongerAwaited(run).ifPresent(waiter -> waiter.complete(trained.parameters()));
    }

    /** @param kept the outcome of a run whose network is no longer there */
    private TrainedRun train(RunAssignment assignment, RunEntry entry, Optional<RunOutcome> kept) {
        if (kept.isPresent()) {
            out.println(
                    "%s has the outcome of %s, but not its network, which an examination needs: it is trained again."
                            .formatted(archive.folder(), assignment.label()));
        }
        TrainedRun trained = work(assignment, () -> {
            Checkpoints checkpoints = new RunCheckpoints(entry, () -> progress.resumed(assignment));
            return executor.train(assignment.run(), checkpoints, done -> reached(assignment, done));
        });
        if (kept.isEmpty()) {
            return trained;
        }
        if (!kept.get().hasSameBitsAs(trained.outcome())) {
            throw new IllegalStateException(
                    "trained again, it came to other errors than those in %s, although nothing that is known to decide them has changed: train all anew with -Dfresh=true"
                            .formatted(archive.folder()));
        }
        return new TrainedRun(kept.get(), trained.parameters());
    }

    private void reached(RunAssignment assignment, int iterations) {
        progress.reached(assignment, iterations)
                .ifPresent(percent ->
                        out.println(String.format(Locale.ROOT, "%s goes on at %.0f %%.", assignment.label(), percent)));
    }

    private void provide(ExaminationAssignment assignment, FindingsEntry entry) {
        Optional<Findings> kept = entry.findings();
        if (kept.isPresent()) {
            reused.addExamination();
            progress.reused(assignment);
            requests.findings(assignment).complete(kept.get());
            printLast();
            return;
        }
        List<Subject> subjects = new ArrayList<>();
        List<Run> missing = new ArrayList<>();
        for (Specimen specimen : assignment.specimens()) {
            subject(assignment, specimen).ifPresentOrElse(subjects::add, () -> missing.add(specimen.run()));
        }
        if (missing.isEmpty()) {
            Findings found = work(assignment, () -> executor.examine(assignment.examination(), subjects));
            Thread.interrupted();
            entry.keep(found);
            requests.findings(assignment).complete(found);
        } else {
            awaitNetworks(assignment, missing);
        }
    }

    /** Empty where its network has to be trained first. */
    private Optional<Subject> subject(ExaminationAssignment assignment, Specimen specimen) {
        Run run = specimen.run();
        if (specimen.stage() == Specimen.Stage.INITIAL) {
            return Optional.of(Subject.initial(run));
        }
        return assignment.brought(run).or(() -> archived(run)).map(parameters -> new Subject(run, parameters));
    }

    private Optional<StateDict> archived(Run run) {
        Optional<StateDict> network = archive.parameters(run);
        if (network.isPresent() && !requests.areFor(run)) {
            reused.add(run);
        }
        return network;
    }

    /** Puts an examination off until its networks are trained; no worker waits for them. */
    @SuppressWarnings("FutureReturnValueIgnored") // Whoever waits has the future of the examination.
    private void awaitNetworks(ExaminationAssignment assignment, List<Run> missing) {
        CompletableFuture<?>[] networks = missing.stream()
                .map(run -> requests.network(run).thenAccept(parameters -> assignment.bring(run, parameters)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(networks).whenComplete((all, failure) -> {
            if (failure == null) {
                waiting.add(assignment);
            } else {
                progress.dropped(assignment);
                requests.findings(assignment)
                        .completeExceptionally(Objects.requireNonNullElse(failure.getCause(), failure));
            }
        });
    }

    private <T> T work(Assignment assignment, Supplier<T> what) {
        progress.started(assignment);
        try {
            return what.get();
        } finally {
            progress.finished(assignment);
            printLast();
        }
    }

    // Otherwise the next assignment starts at once, and the line tells of both.
    private void printLast() {
        if (waiting.isEmpty()) {
            printer.print();
        }
    }
}
