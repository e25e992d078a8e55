package org.resnetclaims.laboratory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.resnetclaims.files.Cause;
import org.resnetclaims.files.ExclusiveLock;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Run;

/**
 * The outcomes of all runs ever trained, one file each, so that no run is trained twice, be it by the next process or
 * by one at the same time. What cannot be kept is reported and otherwise does no harm.
 *
 * <pre>
 * [key].run         an ArchivedRun; [key] is the hash of its RunKey
 * [key].checkpoint  how far a run had come that is not done
 * [key].*.damaged   set aside, for a person to look at
 * locks/[key].lock  held by the process that works on the run
 * </pre>
 *
 * <p>Safe for use by several threads and processes at once.
 */
public final class Archive {

    private final Path folder;
    private final boolean fresh;
    private final EngineDescription engine;
    private final String code;
    private final int threadsPerRun;
    private final PrintStream out;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * @param folder need not exist yet
     * @param fresh whether to train anew what is there already
     * @param executor trains whatever is missing
     * @param threadsPerRun that the executor uses
     * @param out where warnings are shown
     */
    public Archive(Path folder, boolean fresh, RunExecutor executor, int threadsPerRun, PrintStream out) {
        this.folder = folder;
        this.fresh = fresh;
        this.engine = executor.engine();
        this.code = CodeFingerprint.of(executor.code());
        this.threadsPerRun = threadsPerRun;
        this.out = out;
    }

    Path folder() {
        return folder;
    }

    /** The place of a run, for the caller alone until closed; empty while somebody else has it. */
    Optional<ArchiveEntry> reserve(Run run) {
        RunKey key = RunKey.of(run, engine, code, threadsPerRun);
        try {
            Path file = folder.resolve("locks").resolve(key.hash() + ".lock");
            Optional<ArchiveEntry> entry =
                    ExclusiveLock.tryAcquire(file).map(lock -> new ArchiveEntry(this, run, key, lock::close));
            entry.ifPresent(ArchiveEntry::sweep);
            if (fresh) {
                entry.ifPresent(ArchiveEntry::discard);
            }
            return entry;
        } catch (ClosedByInterruptException e) {
            throw new CancellationException("interrupted before it started");
        } catch (IOException e) {
            cannotWrite(e);
            // What is there can still be read; should somebody else write, every file appears as a whole.
            return Optional.of(new ArchiveEntry(this, run, key, () -> {}));
        }
    }

    boolean fresh() {
        return fresh;
    }

    void report(String sentence) {
        out.println(sentence);
    }

    /** Said once: what ails one file mostly ails all, and a full disk must not fill the screen as well. */
    void cannotWrite(IOException e) {
        // An interrupted thread can write nothing, wherever that is.
        if (!(e instanceof ClosedByInterruptException) && !warned.getAndSet(true)) {
            report(
                    "Not everything can be kept in %s (%s): outcomes count all the same, but what is missing there will have to be trained again."
                            .formatted(folder, Cause.of(e)));
        }
    }
}
