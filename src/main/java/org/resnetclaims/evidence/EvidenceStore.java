package org.resnetclaims.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.data.Sentence;
import org.resnetclaims.files.AtomicFile;
import org.resnetclaims.files.Cause;
import org.resnetclaims.files.ExclusiveLock;
import org.resnetclaims.files.Folders;
import org.resnetclaims.files.Json;
import org.resnetclaims.statistics.Verdict;

/**
 * The results folder: what a session and its claims leave behind, one file each, so that a crash or a failing claim
 * loses nothing of the others. Safe for use by several threads at once.
 *
 * <pre>
 * session.lock            held by who writes here: a session, or who draws the report
 * session.json            SessionRecord
 * underway.json           Underway, as long as the session is
 * replications.json       Replications of each claim, by the history of all sessions
 * claims/[id].json        ClaimRecord
 * charts/                 drawn from the records, as are the next seven
 * data/                   tables of runs and of curves
 * report.html  report.json  summary.md  junit.xml  badge.json  badge.svg
 * </pre>
 */
public final class EvidenceStore {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]*");
    private static final String SUFFIX = ".json";

    private final Path folder;
    private @Nullable ExclusiveLock held;

    public EvidenceStore(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** The folder of the charts. */
    public Path charts() {
        return folder.resolve("charts");
    }

    public Path reportHtml() {
        return folder.resolve("report.html");
    }

    public Path reportJson() {
        return folder.resolve("report.json");
    }

    public Path summary() {
        return folder.resolve("summary.md");
    }

    public Path junitXml() {
        return folder.resolve("junit.xml");
    }

    public Path badgeJson() {
        return folder.resolve("badge.json");
    }

    public Path badgeSvg() {
        return folder.resolve("badge.svg");
    }

    /**
     * Keeps all others from writing here until it is left.
     *
     * @throws EvidenceException if another has taken the folder, or it cannot be written
     */
    public synchronized void take() {
        held = lock().orElseThrow(this::taken);
    }

    /**
     * Sees to it that nobody writes here.
     *
     * @throws EvidenceException if another session does
     */
    public void requireFree() {
        if (!isFree()) {
            throw taken();
        }
    }

    private EvidenceException taken() {
        return new EvidenceException(
                "Another session is at work in %s: wait for its end, or set -Dresults.dir to another folder."
                        .formatted(folder));
    }

    /** Lets others write here again; does nothing where it was not taken. */
    public synchronized void leave() {
        if (held != null) {
            held.close();
        }
    }

    /**
     * Whether nobody has taken the folder.
     *
     * @throws EvidenceException if it cannot be written
     */
    public boolean isFree() {
        Optional<ExclusiveLock> lock = lock();
        lock.ifPresent(ExclusiveLock::close);
        return lock.isPresent();
    }

    // Two sessions at once would mix their claims in one folder, and the report would show neither.
    private Optional<ExclusiveLock> lock() {
        Path file = folder.resolve("session.lock");
        try {
            return ExclusiveLock.tryAcquire(file);
        } catch (IOException e) {
            throw new EvidenceException("Cannot lock %s: %s.".formatted(file, Cause.of(e)), e);
        }
    }

    /**
     * Forgets the previous session: removes what the suite writes here, and never anything else.
     *
     * @throws EvidenceException if a file cannot be removed
     */
    public void clear() {
        try {
            for (Path file : List.of(
                    session(),
                    underway(),
                    replications(),
                    reportHtml(),
                    reportJson(),
                    summary(),
                    junitXml(),
                    badgeJson(),
                    badgeSvg())) {
                Files.deleteIfExists(file);
            }
            deleteIn(folder, "*.{json,html,md,xml,svg}.*" + AtomicFile.UNFINISHED);
            deleteIn(claims(), "*{" + SUFFIX + "," + AtomicFile.UNFINISHED + "}");
            deleteIn(charts(), "*.{png,svg," + AtomicFile.UNFINISHED.substring(1) + "}");
            deleteIn(folder.resolve("data"), "*.{csv," + AtomicFile.UNFINISHED.substring(1) + "}");
        } catch (IOException e) {
            throw new EvidenceException(
                    "Cannot remove the earlier results in %s: %s.".formatted(folder, Cause.of(e)), e);
        }
    }

    /** Replaces the record of the session. */
    public void writeSession(SessionRecord record) {
        write(session(), record);
    }

    /** Says how far the session has come. */
    public void writeUnderway(Underway underway) {
        write(underway(), underway);
    }

    /** Says that the session has ended. */
    public void removeUnderway() {
        try {
            Files.deleteIfExists(underway());
        } catch (IOException e) {
            throw new EvidenceException("Cannot remove %s: %s.".formatted(underway(), Cause.of(e)), e);
        }
    }

    /** Empty where no session is under way; one that was killed has left what it wrote last. */
    public Optional<Underway> readUnderway() {
        return readOptional(underway(), Underway.class);
    }

    /** Replaces what the history says of each claim. */
    public void writeReplications(List<Replications> records) {
        write(replications(), records);
    }

    /** Empty where there are none. */
    public List<Replications> readReplications() {
        return readOptional(replications(), Replications[].class).map(List::of).orElse(List.of());
    }

    private <T> Optional<T> readOptional(Path file, Class<T> type) {
        try {
            return Optional.of(read(file, type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new EvidenceException(
                    "The record %s is damaged (%s): remove it, or run the claims again.".formatted(file, Cause.of(e)),
                    e);
        }
    }

    /**
     * Decides every claim once more from its runs and numbers, and compares with what the records say.
     *
     * @throws EvidenceException if one contradicts itself or the session, naming its file
     */
    public void recompute(SessionRecord session, List<ClaimRecord> claims) {
        Recomputation recomputation = new Recomputation(session);
        Set<String> recorded = claims.stream().map(ClaimRecord::id).collect(Collectors.toSet());
        session.claims().stream()
                .filter(id -> !recorded.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new EvidenceException("The record %s is missing: restore it, or run the claims again."
                            .formatted(claims().resolve(id + SUFFIX)));
                });
        for (ClaimRecord claim : claims) {
            // A record without a session stands for one that was damaged; the report says so.
            if (!claim.session().isEmpty()) {
                recompute(claims().resolve(claim.id() + SUFFIX), () -> recomputation.check(claim));
            }
        }
        recompute(session(), () -> recomputation.checkControls(claims));
    }

    private static void recompute(Path file, Check check) {
        try {
            check.run();
        } catch (RuntimeException e) {
            throw new EvidenceException(
                    "%s is damaged (%s): restore the file, or run the claims again.".formatted(file, e), e);
        } catch (Recomputation.Contradiction e) {
            throw new EvidenceException(
                    "%s contradicts itself: %s: restore the file, or run the claims again."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private interface Check {
        void run() throws Recomputation.Contradiction;
    }

    /** Whether an id is safe as the name of a file. */
    public static boolean accepts(String id) {
        return ID.matcher(id).matches();
    }

    /**
     * Adds the record of a claim, or replaces it.
     *
     * @throws IllegalArgumentException if its id is not made of lower-case letters, digits, dots and hyphens
     */
    public void write(ClaimRecord record) {
        if (!accepts(record.id())) {
            throw new IllegalArgumentException(
                    "The id of a claim is made of a-z, 0-9, dots and hyphens, and begins with a letter or digit; \"%s\" is not."
                            .formatted(record.id()));
        }
        write(claims().resolve(record.id() + SUFFIX), record);
    }

    /** @throws EvidenceException if there is none, or it is damaged */
    public SessionRecord readSession() {
        try {
            return read(session(), SessionRecord.class);
        } catch (NoSuchFileException e) {
            throw new EvidenceException("There are no results in %s: run the claims first.".formatted(folder), e);
        } catch (IOException e) {
            throw new EvidenceException(
                    "The session record %s is damaged or of another version of this suite (%s): run the claims again, or draw the report with the version that wrote it."
                            .formatted(session(), Cause.of(e)),
                    e);
        }
    }

    /**
     * All claims, in the order of the paper. A damaged record does not vanish and does not stop the others from being
     * read: in its place stands a record with verdict {@link Verdict#NOT_TESTED} that says so.
     */
    public List<ClaimRecord> readClaims() {
        List<ClaimRecord> records = new ArrayList<>();
        try {
            for (Path file : Folders.list(claims(), "*" + SUFFIX)) {
                records.add(readClaim(file));
            }
        } catch (IOException e) {
            throw new EvidenceException("Cannot list the claims in %s: %s.".formatted(claims(), Cause.of(e)), e);
        }
        records.sort(PaperOrder.BY_PLACE);
        return List.copyOf(records);
    }

    private ClaimRecord readClaim(Path file) {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - SUFFIX.length());
        try {
            ClaimRecord record = read(file, ClaimRecord.class);
            if (!id.equals(record.id())) {
                throw new IOException("it holds the claim \"" + record.id() + "\"");
            }
            if (record.session().isEmpty()) {
                throw new IOException("it belongs to no session");
            }
            return record;
        } catch (IOException e) {
            String reason = Sentence.of("Its record %s is damaged (%s): run the claim again."
                    .formatted(folder.relativize(file), Cause.of(e)));
            return ClaimRecord.of(
                    "",
                    id,
                    "",
                    "",
                    "unknown",
                    "Unknown, for its record is damaged",
                    Kind.TRAINED,
                    Verdict.NOT_TESTED,
                    reason,
                    null,
                    List.of(),
                    new ClaimState.Exact(),
                    0);
        }
    }

    private static <T> T read(Path file, Class<T> type) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            T record = Json.MAPPER.readValue(in, type);
            if (record == null) {
                throw new IOException("it holds nothing but null");
            }
            return record;
        }
    }

    private static void write(Path file, Object record) {
        try {
            AtomicFile.write(file, Json.MAPPER.writeValueAsBytes(record));
        } catch (IOException e) {
            throw new EvidenceException("Cannot write %s: %s.".formatted(file, Cause.of(e)), e);
        }
    }

    private static void deleteIn(Path directory, String glob) throws IOException {
        for (Path file : Folders.list(directory, glob)) {
            Files.delete(file);
        }
    }

    private Path session() {
        return folder.resolve("session.json");
    }

    private Path underway() {
        return folder.resolve("underway.json");
    }

    private Path replications() {
        return folder.resolve("replications.json");
    }

    private Path claims() {
        return folder.resolve("claims");
    }
}
