package org.resnetclaims.claims.preflight;

import java.nio.file.Path;
import java.util.function.ToLongFunction;
import org.resnetclaims.claims.session.InvalidSettingException;
import org.resnetclaims.claims.session.Settings;
import org.resnetclaims.claims.session.Workplace;
import org.resnetclaims.laboratory.Archive;

/** Refuses to start where a disk that is nearly full would lose what was trained. */
final class DiskCheck {

    /** Many times the records, charts and outcomes of a session. */
    private static final long MIB = 200;

    /** The checkpoint of the largest network that claims train, twice while it is replaced. */
    private static final long MIB_PER_RUN = 30;

    private static final long BYTES_PER_MIB = 1 << 20;

    private DiskCheck() {}

    /**
     * @param freeMiB of the disk that a folder is on
     * @throws InvalidSettingException if there is too little room for the results or the archive
     */
    static void check(Workplace workplace, ToLongFunction<Path> freeMiB) {
        long needed = MIB + workplace.parallelRuns() * MIB_PER_RUN;
        check("results.dir", workplace.settings().results(), needed, "", freeMiB);
        check(
                "archive.dir",
                workplace.settings().archive(),
                needed + networks(workplace.settings()),
                ", or -Darchive.limit to less",
                freeMiB);
    }

    /** How much more of the disk the trained networks may take. */
    private static long networks(Settings settings) {
        long bytes = settings.archiveLimit() - Archive.bytesOfNetworks(settings.archive());
        return Math.max(0, bytes) / BYTES_PER_MIB;
    }

    private static void check(String setting, Path folder, long needed, String remedy, ToLongFunction<Path> freeMiB) {
        long free = freeMiB.applyAsLong(folder);
        if (free < needed) {
            throw new InvalidSettingException(
                    "The disk of %s has %d MiB left, but a session may need %d MiB there: free some, or set -D%s to a folder on another disk%s"
                            .formatted(folder, free, needed, setting, remedy));
        }
    }
}
