package org.resnetclaims.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.History;
import org.resnetclaims.evidence.HistoryEntry;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.evidence.Status;

/**
 * What a session is compared with.
 *
 * @param references holds a folder of each committed reference; empty where there are none
 * @param history of all sessions, oldest first
 */
record Earlier(Optional<Path> references, List<HistoryEntry> history) {

    static final Earlier NOTHING = new Earlier(Optional.empty(), List.of());

    /** From the command line: after the results the references, and the history. */
    static Earlier of(String... arguments) {
        return new Earlier(
                arguments.length > 1 ? Optional.of(Path.of(arguments[1])) : Optional.empty(),
                arguments.length > 2 ? new History(Path.of(arguments[2])).entries() : List.of());
    }

    /** Since the last session of the same scale and data, and since the reference of the same scale and back end. */
    List<Changes> changes(SessionRecord session, List<ClaimRecord> claims) {
        Map<String, Status> now = standings(session, claims);
        return Stream.of(sinceLast(session, claims, now), sinceReference(session, claims, now))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What the history says of each claim, this session included, by its id. */
    Map<String, List<Past>> past(SessionRecord session) {
        Map<String, List<Past>> past = new HashMap<>();
        history.stream()
                .filter(entry -> isLike(entry, session) && !entry.started().isAfter(session.started()))
                .forEach(entry -> entry.claims()
                        .forEach(result -> past.computeIfAbsent(result.id(), any -> new ArrayList<>())
                                .add(Past.of(entry, result))));
        return past;
    }

    private Optional<Changes> sinceLast(SessionRecord session, List<ClaimRecord> claims, Map<String, Status> now) {
        return history.stream()
                .filter(entry -> isLike(entry, session) && entry.started().isBefore(session.started()))
                .reduce((earlier, later) -> later)
                .map(last -> {
                    Map<String, Status> then = new TreeMap<>();
                    last.claims()
                            .forEach(result -> then.put(
                                    result.id(), Status.valueOf(result.verdict().name())));
                    Map<String, Status> judged = new TreeMap<>(now);
                    // The history has those alone that were judged on networks.
                    List<String> ids = judgedIds(claims);
                    judged.entrySet()
                            .removeIf(claim -> !ids.contains(claim.getKey()) && claim.getValue() != Status.OPEN);
                    return Changes.between(
                            "the last session (%s, on draw %d of the seeds)"
                                    .formatted(last.started().toString().replaceFirst("T.*", ""), last.seeds()),
                            then,
                            judged,
                            claims);
                });
    }

    private Optional<Changes> sinceReference(SessionRecord session, List<ClaimRecord> claims, Map<String, Status> now) {
        String name = "%s-%s".formatted(session.scale(), session.engine().backend());
        return references
                .map(folder -> folder.resolve(name))
                .filter(folder -> Files.exists(folder.resolve("session.json")))
                .flatMap(folder -> sinceReference(new EvidenceStore(folder), session, claims, now));
    }

    /** One that an older version of the suite has written, or that is this very session, is no measure. */
    private static Optional<Changes> sinceReference(
            EvidenceStore reference, SessionRecord session, List<ClaimRecord> claims, Map<String, Status> now) {
        try {
            SessionRecord then = reference.readSession();
            return then.identity().equals(session.identity())
                    ? Optional.empty()
                    : Optional.of(Changes.between(
                            "the committed reference (%s)"
                                    .formatted(then.started().toString().replaceFirst("T.*", "")),
                            standings(then, reference.readClaims()),
                            now,
                            claims));
        } catch (EvidenceException e) {
            return Optional.of(new Changes("the committed reference", String.valueOf(e.getMessage()), List.of()));
        }
    }

    private static boolean isLike(HistoryEntry entry, SessionRecord session) {
        return entry.scale().equals(session.scale())
                && entry.dataset().equals(session.dataset().name());
    }

    private static List<String> judgedIds(List<ClaimRecord> claims) {
        return claims.stream()
                .filter(claim -> claim.judged().isPresent())
                .map(ClaimRecord::id)
                .toList();
    }

    static Map<String, Status> standings(SessionRecord session, List<ClaimRecord> claims) {
        Map<String, Status> standings = new TreeMap<>();
        claims.forEach(
                claim -> standings.put(claim.id(), session.standing(claim).status()));
        return standings;
    }
}
