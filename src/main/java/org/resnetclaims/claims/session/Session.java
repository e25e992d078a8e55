package org.resnetclaims.claims.session;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.resnetclaims.claims.ClaimSession;
import org.resnetclaims.claims.Conditions;
import org.resnetclaims.claims.DeclaredClaim;
import org.resnetclaims.claims.judging.Conclusion;
import org.resnetclaims.claims.judging.SessionControls;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.History;
import org.resnetclaims.evidence.SessionControl;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.evidence.Standing;
import org.resnetclaims.evidence.Underway;
import org.resnetclaims.laboratory.Archive;
import org.resnetclaims.laboratory.Laboratory;

/** What the claims of one start of the suite share: one laboratory, one data set, one results folder. */
final class Session implements ClaimSession, AutoCloseable {

    private static final Path REFERENCES = Project.FOLDER.resolve("results/reference");
    private static final long RECORDS_EVERY_MILLIS = 20;

    private final Workplace workplace;
    private final Laboratory laboratory;
    private final EvidenceStore evidence;
    private final PrintStream out;
    private final SessionRecord.Environment environment;
    private final Instant started = Instant.now();
    // Seconds are counted by this clock, since the one above may be set while the session runs.
    private final long startedNanos = System.nanoTime();
    private final KnownClaims known = new KnownClaims();
    private final SessionControls controls = new SessionControls();
    private final StalledClaims stalled;
    private final Set<String> announced = ConcurrentHashMap.newKeySet();
    private final Set<String> contested = new HashSet<>();
    private final Set<String> recorded = ConcurrentHashMap.newKeySet();
    private Optional<HalfwayReport> halfway = Optional.empty();
    private volatile List<SessionControl> concluded = List.of();
    private volatile Map<String, Standing> standings = Map.of();

    private Session(
            Workplace workplace, Laboratory laboratory, SessionRecord.Environment environment, PrintStream out) {
        this.workplace = workplace;
        this.laboratory = laboratory;
        this.evidence = workplace.evidence();
        this.environment = environment;
        this.out = out;
        laboratory.assume(Precedent.of(
                        REFERENCES,
                        workplace.settings().scale().toString(),
                        workplace.data().description())
                .looks());
        this.stalled = new StalledClaims(workplace.settings().claimLimit(), laboratory::isIdle, this::contest, out);
    }

    /**
     * Takes the results folder, removes what the previous session left there, and records that this one has begun.
     *
     * @param out where progress is shown
     * @throws EvidenceException if another session is at work in that folder, or it cannot be written
     */
    static Session open(Workplace workplace, Archive archive, PrintStream out) {
        Laboratory laboratory = Laboratory.open(workplace.executor(), archive, workplace.parallelRuns(), out);
        Session session = new Session(workplace, laboratory, Machine.environment(), out);
        try {
            session.evidence.take();
            session.evidence.clear();
            session.recordSession();
            return session;
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }

    @Override
    public Conditions conditions() {
        return new Conditions(
                identity(),
                workplace.settings().scale(),
                workplace.data().description(),
                workplace.settings().seeds(),
                workplace.settings().strict(),
                workplace.settings().costly(),
                laboratory,
                controls);
    }

    Laboratory laboratory() {
        return laboratory;
    }

    @Override
    public Optional<String> begin(DeclaredClaim claim) {
        Optional<String> objection = known.begin(claim);
        // If a claim runs twice, neither outcome is recorded, because nothing says which of them counts.
        objection.filter(any -> known.holds(claim.id())).ifPresent(why -> contest(claim, why));
        if (objection.isEmpty()) {
            stalled.begun(claim);
        }
        return objection;
    }

    private synchronized void contest(DeclaredClaim claim, String why) {
        contested.add(claim.id());
        evidence.write(claim.record(identity(), Conclusion.notTested(why)));
    }

    /** Records a claim as not decided yet, so that it is in the report even if the session ends before it does. */
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

    @Override
    public synchronized void record(ClaimRecord claim) {
        if (!contested.contains(claim.id())) {
            evidence.write(claim);
        }
        recorded.add(claim.id());
        stalled.recorded(claim.id());
        // In one piece, since the progress of runs is printed by another thread.
        out.println(String.format(
                Locale.ROOT,
                "%d of %d: %s %s, %.0f s: %s",
                recorded.size(),
                announced.size(),
                claim.verdict(),
                claim.id(),
                claim.seconds(),
                claim.reason().strip().lines().findFirst().orElse("")));
        recordSession();
    }

    /** Records a claim that never started; does nothing where it has a record, or its id does not allow one. */
    void recordUnstarted(DeclaredClaim claim, Conclusion conclusion) {
        if (known.enter(claim).isEmpty() && !recorded.contains(claim.id())) {
            record(claim.record(identity(), conclusion));
        }
    }

    Path results() {
        return evidence.folder();
    }

    /** Waits until every claim that started is recorded, at most as long as the limit says. */
    void awaitRecords(Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        while (!recorded.containsAll(known.ids()) && System.nanoTime() - start < limit.toNanos()) {
            Thread.sleep(RECORDS_EVERY_MILLIS);
        }
    }

    /** Decides the controls of the session and adds it to the history, once all claims have ended. */
    void conclude() {
        try {
            List<ClaimRecord> claims = evidence.readClaims();
            concluded = controls.conclude(claims);
            List<SessionControl> decided = concluded;
            standings =
                    claims.stream().collect(Collectors.toMap(ClaimRecord::id, claim -> Standing.of(claim, decided)));
            recordSession();
            SessionRecord session = sessionRecord();
            History history = new History(workplace.settings().history());
            history.add(session, claims);
            evidence.writeReplications(history.replications(session, claims));
        } catch (EvidenceException e) {
            // No failure here: the report and the check of the session name the controls that were not decided.
            out.println(e.getMessage());
        }
    }

    /** After this time, and until it is closed, its report is drawn anew as verdicts fall. */
    void showHalfway(Duration firstAfter) {
        halfway = Optional.of(HalfwayReport.follow(
                results(), REFERENCES, workplace.settings().history(), this::recordHowFar, firstAfter, out));
    }

    /** @param renewedAfter when this will be done again, at the latest */
    private void recordHowFar(Duration renewedAfter) {
        recordSession();
        Set<String> open = new HashSet<>(announced);
        open.removeAll(recorded);
        OptionalDouble left = laboratory.secondsLeft();
        evidence.writeUnderway(new Underway(
                Instant.now(), (int) renewedAfter.toSeconds(), open, left.isPresent() ? left.getAsDouble() : null));
    }

    @Override
    public void close() {
        stalled.close();
        laboratory.close();
        // What is drawn from here on is the whole report.
        halfway.ifPresent(HalfwayReport::close);
        try {
            evidence.removeUnderway();
        } finally {
            evidence.leave();
        }
    }

    // Synchronized, so that an older state cannot overwrite a newer one.
    private synchronized void recordSession() {
        evidence.writeSession(sessionRecord());
    }

    private String identity() {
        return sessionRecord().identity();
    }

    private SessionRecord sessionRecord() {
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        return new SessionRecord(
                workplace.settings().scale().toString(),
                workplace.data().description(),
                workplace.engine(),
                environment,
                started,
                seconds,
                laboratory.busySeconds(),
                workplace.parallelRuns(),
                workplace.settings().seeds().draw(),
                workplace.settings().costly(),
                announced.stream().sorted().toList(),
                concluded,
                standings,
                laboratory.reusedRuns());
    }
}
