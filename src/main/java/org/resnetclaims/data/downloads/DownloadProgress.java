package org.resnetclaims.data.downloads;

import java.io.PrintStream;
import java.time.Duration;
import org.resnetclaims.data.readers.RemoteFile;

/** Prints from time to time how much of a file has been fetched. */
final class DownloadProgress {

    private static final long INTERVAL = Duration.ofSeconds(2).toNanos();
    private static final double MEGABYTE = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final RemoteFile file;
    private final PrintStream out;
    private final long start;
    private final long since = System.nanoTime();
    private long last = since;

    /** @param start bytes that are there already */
    DownloadProgress(RemoteFile file, long start, PrintStream out) {
        this.file = file;
        this.start = start;
        this.out = out;
    }

    void reached(long bytes) {
        long now = System.nanoTime();
        if (now - last >= INTERVAL) {
            last = now;
            double perSecond = (bytes - start) / ((now - since) / NANOS_PER_SECOND);
            out.printf(
                    "%s: %.1f of %.1f MB (%d %%), %.1f MB/s, about %.0f s left%n",
                    file.name(),
                    bytes / MEGABYTE,
                    file.bytes() / MEGABYTE,
                    100 * bytes / file.bytes(),
                    perSecond / MEGABYTE,
                    (file.bytes() - bytes) / perSecond);
        }
    }
}
