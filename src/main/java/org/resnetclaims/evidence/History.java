package org.resnetclaims.evidence;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.resnetclaims.files.Cause;
import org.resnetclaims.files.Folders;
import org.resnetclaims.files.Json;

/**
 * The file that keeps what all sessions came to, a line of JSON each, oldest first. It is never needed: where it is
 * missing or a line is damaged, there are fewer replications to show.
 */
public final class History {

    private static final ObjectWriter LINE = Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

    /** What newer versions of the suite add is missing in older lines, and null. */
    private static final ObjectReader OLDER = Json.MAPPER
            .readerFor(HistoryEntry.class)
            .without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    private final Path file;

    public History(Path file) {
        this.file = file;
    }

    /**
     * Adds a session at the end, unless one of its controls did not hold: then its verdicts are none.
     *
     * @throws EvidenceException if the file cannot be written
     */
    public void add(SessionRecord session, List<ClaimRecord> claims) {
        if (!session.controls().stream().allMatch(control -> Boolean.TRUE.equals(control.held()))) {
            return;
        }
        HistoryEntry entry = HistoryEntry.of(session, claims);
        try {
            Folders.create(Folders.of(file));
            // One write at the end of the file, which two sessions at once cannot mix.
            Files.write(
                    file,
                    (separator() + LINE.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new EvidenceException(
                    "Cannot add this session to the history %s: %s.".formatted(file, Cause.of(e)), e);
        }
    }

    /** What the history says of each decided claim of a session. */
    public List<Replications> replications(SessionRecord session, List<ClaimRecord> claims) {
        List<HistoryEntry> entries = entries();
        return claims.stream()
                .flatMap(claim -> claim.judged().stream()
                        .map(judged -> Replications.of(
                                claim.id(),
                                judged.decision().hypothesis().design(),
                                HistoryEntry.experiment(session, judged),
                                entries)))
                .filter(replications -> !replications.draws().isEmpty())
                .toList();
    }

    /** All sessions, oldest first, without the lines that are damaged; empty where there is no such file. */
    public List<HistoryEntry> entries() {
        try {
            String content = Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
            return content.lines().flatMap(History::entry).toList();
        } catch (IOException e) {
            throw new EvidenceException("Cannot read the history %s: %s.".formatted(file, Cause.of(e)), e);
        }
    }

    /**
     * Empty for a line of an older version of the suite, or one that was cut off: that is lost to the history alone.
     */
    private static Stream<HistoryEntry> entry(String line) {
        try {
            return Stream.ofNullable(line.isBlank() ? null : OLDER.readValue(line));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** Begins a new line where the last one was cut off. */
    private String separator() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return "";
        }
        byte[] content = Files.readAllBytes(file);
        return content[content.length - 1] == '\n' ? "" : "\n";
    }
}
