package org.resnetclaims.data.downloads;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes a stream that has delivered nothing for too long, since the HTTP client sets no time limit on reading a body.
 */
final class StallGuard implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "download-stall-guard");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long lastSign = System.nanoTime();

    @SuppressWarnings("FutureReturnValueIgnored") // The task is cancelled with the clock.
    StallGuard(InputStream stream, Duration silence) {
        long every = Math.max(1, silence.toMillis() / 4);
        clock.scheduleAtFixedRate(() -> closeIfSilent(stream, silence), every, every, TimeUnit.MILLISECONDS);
    }

    void signOfLife() {
        lastSign = System.nanoTime();
    }

    private void closeIfSilent(InputStream stream, Duration silence) {
        if (System.nanoTime() - lastSign > silence.toNanos()) {
            try {
                stream.close();
            } catch (IOException e) {
                // Whoever reads the stream gets an exception of its own.
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
