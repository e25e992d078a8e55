package org.resnetclaims.laboratory;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** What the laboratory has done, does and has yet to do. */
final class Progress {

    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoClock;
    private final Map<Assignment, Running> running = new LinkedHashMap<>();
    private final Set<Assignment> duplicates = new HashSet<>();
    private final Path archive;
    private int waiting;
    private int runsDone;
    private int examinationsDone;
    private int reused;
    private double workAsked;
    private double workDone;
    private long busyNanos;
    // Wall time in which at least one worker was busy, so that pauses between claims do not count as slowness.
    private long activeNanos;
    private long activeSince;

    Progress(Path archive, LongSupplier nanoClock) {
        this.archive = archive;
        this.nanoClock = nanoClock;
    }

    synchronized void queued(Assignment assignment) {
        waiting++;
        workAsked += assignment.work();
    }

    /**
     * The same is under way already: in another process, or here for the outcome of a run whose network is asked for.
     */
    synchronized void foundUnderWay(Assignment assignment) {
        duplicates.add(assignment);
    }

    /** The archive has what comes of it. */
    synchronized void reused(Assignment assignment) {
        dropped(assignment);
        reused++;
    }

    /** There is nothing left to do. */
    synchronized void dropped(Assignment assignment) {
        waiting--;
        duplicates.remove(assignment);
        workAsked -= assignment.work();
    }

    synchronized void started(Assignment assignment) {
        duplicates.remove(assignment);
        long now = nanoClock.getAsLong();
        if (running.isEmpty()) {
            activeSince = now;
        }
        waiting--;
        running.put(assignment, new Running(now));
    }

    /** The run goes on from what will be reached next. */
    synchronized void resumed(RunAssignment assignment) {
        underWay(assignment).resumes = true;
    }

    /** @return how many percent an earlier session had trained, the first time after the run was resumed */
    synchronized OptionalDouble reached(RunAssignment assignment, int iterations) {
        Running run = underWay(assignment);
        run.share = Math.min(1, (double) iterations / assignment.run().recipe().iterations());
        if (!run.resumes) {
            return OptionalDouble.empty();
        }
        // Work of another session says nothing of the speed of this one.
        workAsked -= run.share * assignment.work();
        run.from = run.share;
        run.resumes = false;
        return OptionalDouble.of(100 * run.share);
    }

    private Running underWay(RunAssignment assignment) {
        return Objects.requireNonNull(running.get(assignment), () -> assignment.label() + " has not started");
    }

    synchronized void finished(Assignment assignment) {
        long now = nanoClock.getAsLong();
        Running run = running.remove(assignment);
        busyNanos += now - run.since;
        if (running.isEmpty()) {
            activeNanos += now - activeSince;
        }
        if (assignment instanceof RunAssignment) {
            runsDone++;
        } else {
            examinationsDone++;
        }
        workDone += assignment.work() * (1 - run.from);
    }

    /** Whether nothing waits and nothing is under way. */
    synchronized boolean isIdle() {
        return waiting == 0 && running.isEmpty();
    }

    synchronized double busySeconds() {
        long now = nanoClock.getAsLong();
        long underWay =
                running.values().stream().mapToLong(run -> now - run.since).sum();
        return (busyNanos + underWay) / NANOS_PER_SECOND;
    }

    /** One line for the user. */
    synchronized String line() {
        StringBuilder line = new StringBuilder(count(runsDone, "run")).append(" done");
        if (examinationsDone > 0) {
            line.append(", ").append(count(examinationsDone, "examination")).append(" done");
        }
        if (reused > 0) {
            line.append(", ").append(reused).append(" reused from ").append(archive);
        }
        if (!running.isEmpty()) {
            line.append(running.entrySet().stream()
                    .map(entry -> entry.getKey().label() + entry.getValue().percent(entry.getKey()))
                    .collect(Collectors.joining(", ", ", %d running (".formatted(running.size()), ")")));
        }
        if (waiting > 0) {
            line.append(", ").append(waiting).append(" waiting");
        }
        if (!duplicates.isEmpty()) {
            line.append(", ")
                    .append(duplicates.size())
                    .append(" of them for work already under way, here or in another process");
        }
        return line.append(timeLeft()).toString();
    }

    static String count(int number, String noun) {
        return "%d %s%s".formatted(number, noun, number == 1 ? "" : "s");
    }

    private String timeLeft() {
        double workSoFar = workDone;
        for (Map.Entry<Assignment, Running> entry : running.entrySet()) {
            workSoFar += entry.getKey().work() * (entry.getValue().share - entry.getValue().from);
        }
        double left = workAsked - workSoFar;
        long active = activeNanos + (running.isEmpty() ? 0 : nanoClock.getAsLong() - activeSince);
        if (workSoFar == 0 || left <= 0) {
            return "";
        }
        long seconds = Math.round(left * active / workSoFar / NANOS_PER_SECOND);
        // Claims whose first look does not settle them will ask for more seeds, so this is what is known of now.
        return ", about %s left for these".formatted(inWords(seconds));
    }

    private static String inWords(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        return minutes < 60
                ? "%d min %d s".formatted(minutes, seconds % 60)
                : "%d h %d min".formatted(minutes / 60, minutes % 60);
    }

    private static final class Running {
        private final long since;
        private double from;
        private double share;
        private boolean resumes;

        private Running(long since) {
            this.since = since;
        }

        /** Of an examination it is not known. */
        private String percent(Assignment assignment) {
            return assignment instanceof RunAssignment ? " %.0f %%".formatted(100 * share) : "";
        }
    }
}
