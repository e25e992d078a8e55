package org.resnetclaims.laboratory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.resnetclaims.training.Run;

/** What the laboratory has done, does and has yet to do. */
final class Progress {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** A program is slow until what it runs is compiled. */
    private static final Duration WARM_UP = Duration.ofMinutes(2);

    private final LongSupplier nanoClock;
    private final Map<Assignment, Running> running = new LinkedHashMap<>();
    private final Set<Assignment> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Assignment> duplicates = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final Expectations expectations = new Expectations();
    private final TimeLeft timeLeft = new TimeLeft();
    /** Of the last minute, and the last before that. */
    private final Deque<Trained> lines = new ArrayDeque<>();

    private final Path archive;
    private final int workers;
    private int started;
    private int runsDone;
    private int examinationsDone;
    private int reused;
    private long busyNanos;
    private double images;

    Progress(Path archive, int workers, LongSupplier nanoClock) {
        this.archive = archive;
        this.workers = workers;
        this.nanoClock = nanoClock;
        lines.add(new Trained(nanoClock.getAsLong(), 0));
    }

    synchronized void queued(Assignment assignment) {
        waiting.add(assignment);
        if (assignment instanceof RunAssignment run) {
            asked.add(run.run().identity());
        }
    }

    /** See {@link Laboratory#assume}. */
    synchronized void assume(Map<String, Integer> looks) {
        expectations.assume(looks);
    }

    /** See {@link Laboratory#looks}. */
    synchronized void looks(String claim, List<Look> looks) {
        expectations.looks(claim, looks);
    }

    /** See {@link Laboratory#decided}. */
    synchronized void decided(String claim) {
        expectations.decided(claim);
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
        waiting.remove(assignment);
        duplicates.remove(assignment);
    }

    synchronized void started(Assignment assignment) {
        dropped(assignment);
        running.put(assignment, new Running(nanoClock.getAsLong(), started < workers));
        started++;
    }

    /** The run goes on from what will be reached next. */
    synchronized void resumed(RunAssignment assignment) {
        underWay(assignment).resumes = true;
    }

    /** @return how many percent an earlier session had trained, the first time after the run was resumed */
    synchronized OptionalDouble reached(RunAssignment assignment, int iterations) {
        Running run = underWay(assignment);
        double share =
                Math.min(1, (double) iterations / assignment.run().recipe().iterations());
        if (!run.resumes) {
            advance(assignment, run, share);
            return OptionalDouble.empty();
        }
        // Work of another session says nothing of the speed of this one.
        run.resumes = false;
        run.share = share;
        return OptionalDouble.of(100 * share);
    }

    private void advance(Assignment assignment, Running run, double share) {
        long now = nanoClock.getAsLong();
        boolean warmingUp = run.first && now - run.since < WARM_UP.toNanos();
        timeLeft.measured(assignment, share - run.share, (now - run.measured) / NANOS_PER_SECOND, warmingUp);
        if (assignment instanceof RunAssignment trained) {
            images += (share - run.share) * images(trained.run());
        }
        run.measured = now;
        run.share = share;
    }

    private Running underWay(RunAssignment assignment) {
        return Objects.requireNonNull(running.get(assignment), () -> assignment.label() + " has not started");
    }

    synchronized void finished(Assignment assignment) {
        Running run = running.remove(assignment);
        advance(assignment, run, 1);
        busyNanos += run.measured - run.since;
        if (assignment instanceof RunAssignment) {
            runsDone++;
        } else {
            examinationsDone++;
        }
    }

    /** Whether nothing waits and nothing is under way. */
    synchronized boolean isIdle() {
        return waiting.isEmpty() && running.isEmpty();
    }

    synchronized double busySeconds() {
        long now = nanoClock.getAsLong();
        long underWay =
                running.values().stream().mapToLong(run -> now - run.since).sum();
        return (busyNanos + underWay) / NANOS_PER_SECOND;
    }

    /**
     * How long what is asked for and what is expected to be asked for will take; empty where nothing is, or nothing is
     * known of how long it takes.
     */
    synchronized OptionalDouble secondsLeft() {
        double sum = expectedSeconds();
        double longest = 0;
        for (Assignment assignment : waiting) {
            double seconds = assignment.kept() ? 0 : timeLeft.of(assignment);
            sum += seconds;
            longest = Math.max(longest, seconds);
        }
        for (Map.Entry<Assignment, Running> entry : running.entrySet()) {
            double seconds = entry.getValue().secondsLeft(timeLeft.of(entry.getKey()), nanoClock.getAsLong());
            sum += seconds;
            longest = Math.max(longest, seconds);
        }
        double left = Math.max(sum / workers, longest);
        return left > 0 ? OptionalDouble.of(left) : OptionalDouble.empty();
    }

    /** Of runs that claims have not asked for yet. */
    private double expectedSeconds() {
        return expectations.runs().entrySet().stream()
                .filter(entry -> !asked.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .mapToDouble(expected -> expected.likely() * timeLeft.of(expected.run()))
                .sum();
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
        if (!waiting.isEmpty()) {
            line.append(", ").append(waiting.size()).append(" waiting");
        }
        if (!duplicates.isEmpty()) {
            line.append(", ")
                    .append(duplicates.size())
                    .append(" of them for work already under way, here or in another process");
        }
        return line.append(speed()).append(timeLeft()).toString();
    }

    static String count(int number, String noun) {
        return "%d %s%s".formatted(number, noun, number == 1 ? "" : "s");
    }

    /** Of all runs together, over the last minute or so. */
    private String speed() {
        long now = nanoClock.getAsLong();
        Trained then = lines.removeFirst();
        while (!lines.isEmpty() && now - lines.getFirst().at >= MINUTE.toNanos()) {
            then = lines.removeFirst();
        }
        lines.addFirst(then);
        lines.addLast(new Trained(now, images));
        return images > then.images
                ? String.format(
                        Locale.ROOT, ", %,.0f images/s", NANOS_PER_SECOND * (images - then.images) / (now - then.at))
                : "";
    }

    private static double images(Run run) {
        return (double) run.recipe().iterations() * run.recipe().batchSize();
    }

    private String timeLeft() {
        OptionalDouble seconds = secondsLeft();
        if (seconds.isEmpty()) {
            return "";
        }
        // Without expectations this is what is known of now: a claim that its first runs do not settle asks for more.
        return ", about %s left%s"
                .formatted(inWords(Math.round(seconds.getAsDouble())), expectations.isEmpty() ? " for these" : "");
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

    /** How many images had been trained on when a line was written. */
    private record Trained(long at, double images) {}

    private static final class Running {
        private final long since;
        /** Whether its worker has done nothing before. */
        private final boolean first;

        private long measured;
        private double share;
        private boolean resumes;

        private Running(long since, boolean first) {
            this.since = since;
            this.first = first;
            this.measured = since;
        }

        /** Of an examination it is not known how far it has come, only since when it runs. */
        private double secondsLeft(double inAll, long now) {
            return share > 0 ? inAll * (1 - share) : Math.max(0, inAll - (now - since) / NANOS_PER_SECOND);
        }

        private String percent(Assignment assignment) {
            return assignment instanceof RunAssignment ? " %.0f %%".formatted(100 * share) : "";
        }
    }
}
