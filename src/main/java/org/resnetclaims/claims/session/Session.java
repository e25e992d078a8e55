package org.resnetclaims.claims.session;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.History;
import org.resnetclaims.evidence.SessionControl;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.laboratory.Archive;
import org.resnetclaims.laboratory.Laboratory;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.Trainer;

/** What the claims of one start of the suite share: one laboratory, one data set, one results folder. */
final class Session implements AutoCloseable {

    private static final long RECORDS_EVERY_MILLIS = 20;

    private final Scale scale;
    private final Seeds seeds;
    private final boolean strict;
    private final Dataset data;
    private final Engine engine;
    private final int parallelRuns;
    private final Laboratory laboratory;
    private final EvidenceStore evidence;
    private final History history;
    private final PrintStream out;
    private final SessionRecord.Environment environment = Machine.environment();
    private final Instant started = Instant.now();
    // The clock on the wall may jump.
    private final long startedNanos = System.nanoTime();
    private volatile List<SessionControl> concluded = List.of();
    private final Catalogue catalogue = new Catalogue();
    private final SessionControls controls = new SessionControls();
    private final Set<String> announced = ConcurrentHashMap.newKeySet();
    private final Set<String> contested = new HashSet<>();
    private final Set<String> recorded = ConcurrentHashMap.newKeySet();

    Session(
            Scale scale,
            Seeds seeds,
            boolean strict,
            Trainer trainer,
            int parallelRuns,
            Dataset data,
            Archive archive,
            EvidenceStore evidence,
            History history,
            PrintStream out) {
        this.scale = scale;
        this.seeds = seeds;
        this.strict = strict;
        this.data = data;
        this.engine = trainer.engine();
        this.parallelRuns = parallelRuns;
        this.evidence = evidence;
        this.history = history;
        this.out = out;
        this.laboratory = new Laboratory(trainer, data, archive, parallelRuns, out);
        try {
            evidence.take();
            evidence.clear();
            recordSession();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    Scale scale() {
        return scale;
    }

    Seeds seeds() {
        return seeds;
    }

    boolean strict() {
        return strict;
    }

    DatasetDescription dataset() {
        return data.description();
    }

    Laboratory laboratory() {
        return laboratory;
    }

    SessionControls controls() {
        return controls;
    }

    /**
     * A claim starts.
     *
     * @return why it must not, in one sentence; empty if it may
     */
    Optional<String> begin(DeclaredClaim claim) {
        Optional<String> objection = catalogue.begin(claim);
        // One record cannot hold two outcomes, so it holds neither.
        objection.filter(any -> catalogue.holds(claim.id())).ifPresent(why -> contest(claim, why));
        return objection;
    }

    private synchronized void contest(DeclaredClaim claim, String why) {
        contested.add(claim.id());
        evidence.write(claim.record(identity(), Conclusion.notTested(why)));
    }

    /** Leaves a record of a claim that is not decided yet, or one whose session dies would vanish from the report. */
    void announce(DeclaredClaim claim) {
        if (EvidenceStore.accepts(claim.id())) {
            announced.add(claim.id());
            evidence.write(
                    claim.record(
                            identity(),
                            Conclusion.notTested(
                                    "Not decided when its session ended or its report was drawn: the same command, run again, goes on from there.")));
        }
    }

    synchronized void record(ClaimRecord claim) {
        if (!contested.contains(claim.id())) {
            evidence.write(claim);
        }
        recorded.add(claim.id());
        recordSession();
    }

    /** Records a claim that never started, unless it did, or its id is malformed or taken and it can have no record. */
    void recordUnstarted(DeclaredClaim claim, Conclusion conclusion) {
        if (catalogue.enter(claim).isEmpty() && !recorded.contains(claim.id())) {
            record(claim.record(identity(), conclusion));
        }
    }

    Path results() {
        return evidence.folder();
    }

    /** Waits until every claim that started is recorded, but not for ever. */
    void awaitRecords(Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        while (!recorded.containsAll(catalogue.ids()) && System.nanoTime() - start < limit.toNanos()) {
            Thread.sleep(RECORDS_EVERY_MILLIS);
        }
    }

    /** Decides what is decided of all claims together, once all of them have ended. */
    void conclude() {
        try {
            List<ClaimRecord> claims = evidence.readClaims();
            concluded = controls.conclude(claims);
            recordSession();
            SessionRecord session = sessionRecord();
            history.add(session, claims);
            evidence.writeReplications(history.replications(session, claims));
        } catch (EvidenceException e) {
            // Where that left the session without its controls, the report and the check of the session say so.
            out.println(e.getMessage());
        }
    }

    @Override
    public void close() {
        laboratory.close();
        evidence.leave();
    }

    // One at a time, or an older state could overwrite a newer one.
    private synchronized void recordSession() {
        evidence.writeSession(sessionRecord());
    }

    /** See {@link SessionRecord#identity}. */
    String identity() {
        return sessionRecord().identity();
    }

    private SessionRecord sessionRecord() {
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        return new SessionRecord(
                scale.toString(),
                data.description(),
                engine,
                environment,
                started,
                seconds,
                laboratory.busySeconds(),
                parallelRuns,
                seeds.draw(),
                announced.stream().sorted().toList(),
                concluded,
                laboratory.reusedRuns());
    }
}
