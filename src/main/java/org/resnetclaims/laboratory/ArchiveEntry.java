package org.resnetclaims.laboratory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.resnetclaims.files.AtomicFile;
import org.resnetclaims.files.Cause;
import org.resnetclaims.files.Json;
import org.resnetclaims.files.SealedFile;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;

/** The place of one run in the archive, while its holder alone works on it. */
final class ArchiveEntry implements AutoCloseable {

    private final Archive archive;
    private final Run run;
    private final RunKey key;
    private final Runnable release;
    private final Path outcome;
    private final Path checkpoint;

    /** @param release called when it is closed */
    ArchiveEntry(Archive archive, Run run, RunKey key, Runnable release) {
        this.archive = archive;
        this.run = run;
        this.key = key;
        this.release = release;
        outcome = archive.folder().resolve(key.hash() + ".run");
        checkpoint = archive.folder().resolve(key.hash() + ".checkpoint");
    }

    /** Removes what earlier holders left half-written when they died. */
    void sweep() {
        try {
            AtomicFile.sweep(outcome);
            AtomicFile.sweep(checkpoint);
        } catch (IOException e) {
            archive.cannotWrite(e);
        }
    }

    /** Forgets what was kept, so that whoever goes on after this session finds only what it has trained. */
    void discard() {
        try {
            Files.deleteIfExists(outcome);
            Files.deleteIfExists(checkpoint);
        } catch (IOException e) {
            archive.cannotWrite(e);
        }
    }

    /** What was kept of the run, unless nothing was, or it is damaged or not wanted. */
    Optional<RunOutcome> outcome() {
        return read(outcome, "archived outcome", content -> {
            ArchivedRun archived = Json.MAPPER.readValue(content, ArchivedRun.class);
            if (!archived.key().equals(key)
                    || !archived.outcome().run().equals(run.identity())
                    || archived.outcome().seed() != run.seed()) {
                throw new IOException("it is that of another run");
            }
            return archived.outcome();
        });
    }

    /** Keeps the outcome of the run, and no longer how far it had come. */
    void keep(RunOutcome trained) {
        try {
            byte[] content =
                    Json.MAPPER.writeValueAsBytes(new ArchivedRun(run.network().name(), key, trained));
            SealedFile.write(outcome, key.hash(), content);
            Files.deleteIfExists(checkpoint);
        } catch (IOException e) {
            archive.cannotWrite(e);
        }
    }

    /** How far the run had come, if it was not done. */
    Optional<byte[]> state() {
        return read(checkpoint, "checkpoint", content -> content);
    }

    void keepState(byte[] state) {
        try {
            SealedFile.write(checkpoint, key.hash(), state);
        } catch (IOException e) {
            archive.cannotWrite(e);
        }
    }

    private <T> Optional<T> read(Path file, String what, Reader<T> reader) {
        if (archive.fresh()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(SealedFile.read(file, key.hash())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            setAside(file, what, e);
            return Optional.empty();
        }
    }

    private void setAside(Path file, String what, IOException e) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        String damage = "The %s of %s with seed %d is damaged (%s)"
                .formatted(what, run.network().name(), run.seed(), Cause.of(e));
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            archive.report("%s: it is now %s, and the run is trained from its beginning.".formatted(damage, aside));
        } catch (IOException notMoved) {
            archive.report("%s and cannot be set aside (%s): the run is trained from its beginning."
                    .formatted(damage, Cause.of(notMoved)));
        }
    }

    @Override
    public void close() {
        release.run();
    }

    private interface Reader<T> {
        T read(byte[] content) throws IOException;
    }
}
