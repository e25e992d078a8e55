package org.resnetclaims.laboratory;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Optional;
import org.resnetclaims.files.Json;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.StateDict;
import org.resnetclaims.training.TrainedRun;

/** The place of one run in the archive. */
final class RunEntry extends ArchiveEntry {

    static final String REMEDY = "the run is trained from its beginning";

    private final Archive archive;
    private final Run run;
    private final RunKey key;
    private final ArchiveFile outcome;
    private final ArchiveFile checkpoint;

    RunEntry(Archive archive, Run run, RunKey key, Runnable release) {
        super(release);
        this.archive = archive;
        this.run = run;
        this.key = key;
        outcome = file(".run", "archived outcome");
        checkpoint = file(".checkpoint", "checkpoint");
    }

    private ArchiveFile file(String suffix, String what) {
        String whose = "%s of %s with seed %d".formatted(what, run.network().name(), run.seed());
        return new ArchiveFile(archive, key.hash(), suffix, whose, REMEDY);
    }

    @Override
    void tidy() {
        outcome.tidy();
        checkpoint.tidy();
        archive.parameters().tidy(run, key);
    }

    /** What was kept of the run, unless nothing was, or it is damaged or not wanted. */
    Optional<RunOutcome> outcome() {
        return outcome.read(content -> {
            ArchivedRun archived = Json.MAPPER.readValue(content, ArchivedRun.class);
            if (!archived.key().equals(key)
                    || !archived.outcome().run().equals(run.identity())
                    || archived.outcome().seed() != run.seed()) {
                throw new IOException("it is that of another run");
            }
            return archived.outcome();
        });
    }

    /** Whether there is an outcome; it may be damaged. */
    boolean hasOutcome() {
        return outcome.isThere();
    }

    /** The parameters of the trained network, likewise. */
    Optional<StateDict> parameters() {
        return archive.parameters().read(run, key);
    }

    /**
     * Keeps the trained network and its outcome, and no longer how far the run had come. The outcome comes last: where
     * it is, the network was.
     */
    void keep(TrainedRun trained) {
        archive.parameters().write(run, key, trained.parameters());
        try {
            outcome.write(
                    Json.MAPPER.writeValueAsBytes(new ArchivedRun(run.network().name(), key, trained.outcome())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An outcome is a record, and cannot be written as JSON", e);
        }
        checkpoint.delete();
    }

    /** Whether there is a checkpoint that counts. */
    boolean hasBegun() {
        return checkpoint.isThere();
    }

    /** How far the run had come, if it was not done. */
    Optional<byte[]> state() {
        return checkpoint.read(content -> content);
    }

    void keepState(byte[] state) {
        checkpoint.write(state);
    }
}
