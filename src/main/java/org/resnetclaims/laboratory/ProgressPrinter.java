package org.resnetclaims.laboratory;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Prints the line of progress when told to, and from time to time while it changes. */
final class ProgressPrinter implements AutoCloseable {

    private final Progress progress;
    private final PrintStream out;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "laboratory-progress");
        thread.setDaemon(true);
        return thread;
    });
    private String last;

    ProgressPrinter(Progress progress, PrintStream out) {
        this.progress = progress;
        this.out = out;
        last = progress.line();
    }

    /** From now on a line that has changed is printed after this time at the latest. */
    @SuppressWarnings("FutureReturnValueIgnored") // It ends with the clock.
    void start(Duration every) {
        clock.scheduleAtFixedRate(this::print, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized void print() {
        String line = progress.line();
        if (!line.equals(last)) {
            out.println(line);
            last = line;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
