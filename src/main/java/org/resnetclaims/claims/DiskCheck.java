package org.resnetclaims.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses to start where a disk that is nearly full would lose what was trained. */
final class DiskCheck {

    /** Several times what the records, charts and outcomes of a session take, and the checkpoints of some runs at once. */
    private static final long NEEDED_MIB = 256;

    private static final long BYTES_PER_MIB = 1 << 20;

    private DiskCheck() {}

    /** @throws InvalidSettingException if there is too little room for the results or the archive */
    static void check(Settings settings) {
        check("results.dir", settings.results(), freeMiB(settings.results()));
        check("archive.dir", settings.archive(), freeMiB(settings.archive()));
    }

    static void check(String setting, Path folder, long freeMiB) {
        if (freeMiB < NEEDED_MIB) {
            throw new InvalidSettingException(
                    "The disk of %s has %d MiB left, but a session needs up to %d MiB there: free some, or set -D%s to a folder on another disk"
                            .formatted(folder, freeMiB, NEEDED_MIB, setting));
        }
    }

    private static long freeMiB(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace() / BYTES_PER_MIB;
        } catch (IOException e) {
            // Some file systems do not tell; whether they can be written is for others to find out.
            return Long.MAX_VALUE;
        }
    }
}
