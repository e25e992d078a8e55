package org.resnetclaims.claims.session;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.resnetclaims.claims.DeclaredClaim;

/**
 * Watches over claims that have begun and do not end, although no run is left that they could wait for: such a one
 * hangs in code of its own. It is shown every minute, told to end when the limit is reached, and where it does not
 * listen the whole JVM is ended.
 */
final class StalledClaims implements AutoCloseable {

    private static final Duration SHOWN_EVERY = Duration.ofMinutes(1);

    private final Map<DeclaredClaim, Thread> claims = new ConcurrentHashMap<>();
    private final Duration limit;
    private final Duration shownEvery;
    private final BooleanSupplier idle;
    private final BiConsumer<DeclaredClaim, String> ended;
    private final PrintStream out;
    private final ScheduledExecutorService clock;
    /** Since the last sign of life of any claim. */
    private volatile Duration stalled = Duration.ZERO;

    /**
     * @param limit how long claims may stall
     * @param idle whether no run is waited for
     * @param ended takes each claim that is told to end, and why
     */
    StalledClaims(Duration limit, BooleanSupplier idle, BiConsumer<DeclaredClaim, String> ended, PrintStream out) {
        this(limit, SHOWN_EVERY, idle, ended, out);
    }

    StalledClaims(
            Duration limit,
            Duration shownEvery,
            BooleanSupplier idle,
            BiConsumer<DeclaredClaim, String> ended,
            PrintStream out) {
        this.limit = limit;
        this.shownEvery = shownEvery;
        this.idle = idle;
        this.ended = ended;
        this.out = out;
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "stalled-claims");
            thread.setDaemon(true);
            return thread;
        });
        long millis = shownEvery.toMillis();
        var unused = clock.scheduleAtFixedRate(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** A claim begins on the calling thread. */
    void begun(DeclaredClaim claim) {
        claims.put(claim, Thread.currentThread());
        stalled = Duration.ZERO;
    }

    /** The claim of this id has come to its end. */
    void recorded(String id) {
        claims.keySet().removeIf(claim -> claim.id().equals(id));
        stalled = Duration.ZERO;
    }

    private void look() {
        if (claims.isEmpty() || !idle.getAsBoolean()) {
            stalled = Duration.ZERO;
            return;
        }
        stalled = stalled.plus(shownEvery);
        if (stalled.compareTo(limit) < 0) {
            claims.forEach((claim, thread) -> out.printf(
                    "Claim %s has neither trained nor ended for %s, it is at %s; after %s (-Dclaim.limit) it will be ended%n",
                    claim.id(), inWords(stalled), place(claim, thread), inWords(limit)));
        } else if (stalled.compareTo(limit.plus(shownEvery)) < 0) {
            claims.forEach(this::end);
        } else {
            out.printf("The claims %s do not listen when they are told to end, so the whole session ends%n", ids());
            // Not on this thread, for which the end would wait; what hooks into it records and reports what is done.
            new Thread(() -> System.exit(1), "end-of-session").start();
            clock.shutdown();
        }
    }

    private void end(DeclaredClaim claim, Thread thread) {
        String why =
                "Ended after %s in which it neither trained nor ended, at %s: mend it, or set a larger -Dclaim.limit."
                        .formatted(inWords(stalled), place(claim, thread));
        out.printf("Claim %s: %s%n", claim.id(), why);
        ended.accept(claim, why);
        thread.interrupt();
    }

    private String ids() {
        return String.join(
                ", ", claims.keySet().stream().map(DeclaredClaim::id).sorted().toList());
    }

    /** The line of its test that the claim has come to. */
    private static String place(DeclaredClaim claim, Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .filter(frame -> frame.getClassName().equals(claim.testClass().getName()))
                .map(frame -> "%s:%d".formatted(frame.getFileName(), frame.getLineNumber()))
                .findFirst()
                .orElseGet(claim::where);
    }

    private static String inWords(Duration time) {
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toMillis() + " ms";
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
