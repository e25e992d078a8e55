package org.resnetclaims.laboratory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** What the laboratory has done, does and has yet to do. */
final class Progress {

    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoClock;
    private final Map<Assignment, Running> running = new LinkedHashMap<>();
    private int waiting;
    private int done;
    private double workAsked;
    private double workDone;
    private long busyNanos;
    // Wall time in which at least one run trained, so that pauses between claims do not count as slowness.
    private long activeNanos;
    private long activeSince;

    Progress(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    synchronized void queued(Assignment assignment) {
        waiting++;
        workAsked += assignment.work();
    }

    synchronized void started(Assignment assignment) {
        long now = nanoClock.getAsLong();
        if (running.isEmpty()) {
            activeSince = now;
        }
        waiting--;
        running.put(assignment, new Running(now));
    }

    synchronized void reached(Assignment assignment, int iterations) {
        running.get(assignment).share = Math.min(1, (double) iterations / assignment.run().recipe().iterations());
    }

    synchronized void finished(Assignment assignment) {
        long now = nanoClock.getAsLong();
        busyNanos += now - running.remove(assignment).since;
        if (running.isEmpty()) {
            activeNanos += now - activeSince;
        }
        done++;
        workDone += assignment.work();
    }

    synchronized double busySeconds() {
        long now = nanoClock.getAsLong();
        long underWay = running.values().stream().mapToLong(run -> now - run.since).sum();
        return (busyNanos + underWay) / NANOS_PER_SECOND;
    }

    /** One line for the user. */
    synchronized String line() {
        StringBuilder line = new StringBuilder("%d %s done".formatted(done, done == 1 ? "run" : "runs"));
        if (!running.isEmpty()) {
            line.append(running.entrySet().stream()
                    .map(entry -> "%s %.0f %%".formatted(entry.getKey().label(), 100 * entry.getValue().share))
                    .collect(Collectors.joining(", ", ", %d running (".formatted(running.size()), ")")));
        }
        if (waiting > 0) {
            line.append(", ").append(waiting).append(" waiting");
        }
        return line.append(timeLeft()).toString();
    }

    private String timeLeft() {
        double workSoFar = workDone;
        for (Map.Entry<Assignment, Running> entry : running.entrySet()) {
            workSoFar += entry.getKey().work() * entry.getValue().share;
        }
        double left = workAsked - workSoFar;
        long active = activeNanos + (running.isEmpty() ? 0 : nanoClock.getAsLong() - activeSince);
        if (workSoFar == 0 || left <= 0) {
            return "";
        }
        long seconds = Math.round(left * active / workSoFar / NANOS_PER_SECOND);
        // Claims whose first look does not settle them will ask for more seeds, so this is what is known of now.
        return seconds < 60
                ? ", about %d s left for these".formatted(seconds)
                : ", about %d min %d s left for these".formatted(seconds / 60, seconds % 60);
    }

    private static final class Running {
        private final long since;
        private double share;

        private Running(long since) {
            this.since = since;
        }
    }
}
