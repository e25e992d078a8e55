package org.resnetclaims.claims.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.SessionControl;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.files.Cause;
import org.resnetclaims.statistics.Verdict;

/**
 * Fails the build, after all claims, for what the test of a single claim cannot see: a control of the session that did
 * not hold or was not decided, and a claim that is REPRODUCED in the committed reference of the same scale and data,
 * but not any more.
 */
public final class SessionCheck {

    /**
     * How many claims may become inconclusive by chance on other seeds; {@code results/method.md} says how likely it
     * is.
     */
    private static final int MOST_BY_CHANCE = 2;

    private final SessionRecord session;
    private final Map<String, ClaimRecord> claims;

    private SessionCheck(SessionRecord session, Map<String, ClaimRecord> claims) {
        this.session = session;
        this.claims = claims;
    }

    /** Of the session that has left its records there. */
    public static SessionCheck of(EvidenceStore results) {
        return new SessionCheck(results.readSession(), byId(results));
    }

    /**
     * @param arguments the folder of the results, the one that holds a folder of each reference, and which claims were
     *     asked for, where not all were
     */
    public static void main(String[] arguments) {
        try {
            // Where nobody has set the property, Maven passes on its name, "${it.test}".
            boolean all = arguments[2].startsWith("${");
            List<String> faults = of(new EvidenceStore(Path.of(arguments[0]))).faults(Path.of(arguments[1]), all);
            faults.forEach(System.err::println);
            if (!faults.isEmpty()) {
                System.exit(1);
            }
        } catch (EvidenceException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * One sentence for each thing that fails the build.
     *
     * @param references holds a folder of each committed reference
     * @param all whether all claims were asked for, so that one without a record is gone
     */
    public List<String> faults(Path references, boolean all) {
        List<String> faults = new ArrayList<>(failedControls());
        faults.addAll(missingControls());
        for (EvidenceStore reference : stores(references)) {
            try {
                faults.addAll(regressions(reference, all));
            } catch (EvidenceException e) {
                faults.add(unreadable(reference, "its records cannot be read"));
            }
        }
        return faults;
    }

    /** One sentence for each control that did not hold. */
    List<String> failedControls() {
        return session.controls().stream()
                .filter(SessionControl::failed)
                .map(SessionCheck::inWords)
                .toList();
    }

    /** One sentence for each control that should guard a claim and was not decided. */
    List<String> missingControls() {
        return claims.values().stream()
                .flatMap(claim -> claim.guards().stream())
                .distinct()
                .sorted()
                .filter(id -> session.controls().stream()
                        .noneMatch(control -> control.id().equals(id) && control.held() != null))
                .map(
                        "The control %s of this session was not decided, so that its trained claims stand unguarded: run the claims again"
                                ::formatted)
                .toList();
    }

    /**
     * One sentence for each claim that is REPRODUCED in the reference, but not in this session, and one for the records
     * of the reference that cannot be read. Where the seeds or the engine are not those of the reference, one or two of
     * them may be INCONCLUSIVE by chance, which is no fault.
     *
     * @param all whether all claims were asked for, so that one without a record is gone
     */
    List<String> regressions(EvidenceStore reference, boolean all) {
        SessionRecord then = reference.readSession();
        if (!then.scale().equals(session.scale()) || !then.dataset().equals(session.dataset())) {
            return List.of();
        }
        Map<String, ClaimRecord> records = byId(reference);
        List<ClaimRecord> reproduced = records.values().stream()
                .filter(before -> before.verdict() == Verdict.REPRODUCED)
                .toList();
        boolean sameBits = then.seeds() == session.seeds() && then.engine().equals(session.engine());
        long inconclusive = reproduced.stream()
                .filter(before -> is(before, Verdict.INCONCLUSIVE))
                .count();
        boolean chance = !sameBits && inconclusive <= MOST_BY_CHANCE;
        Stream<String> lost = reproduced.stream()
                .filter(before -> all || claims.containsKey(before.id()))
                .filter(before -> !is(before, Verdict.REPRODUCED) && !(chance && is(before, Verdict.INCONCLUSIVE)))
                .map(before -> inWords(before, claims.get(before.id()), reference));
        return Stream.concat(unreadable(reference, then, records).stream(), lost)
                .toList();
    }

    private static Optional<String> unreadable(
            EvidenceStore reference, SessionRecord then, Map<String, ClaimRecord> records) {
        Stream<String> missing = then.claims().stream().filter(id -> !records.containsKey(id));
        Stream<String> damaged = records.values().stream()
                .filter(record -> record.session().isEmpty())
                .map(ClaimRecord::id);
        List<String> ids = Stream.concat(missing, damaged).sorted().toList();
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(unreadable(reference, "no record can be read of " + String.join(", ", ids)));
    }

    private static String unreadable(EvidenceStore reference, String why) {
        return "The reference %s cannot guard what it should (%s): restore it, or renew it with \"make reference\""
                .formatted(reference.folder(), why);
    }

    private boolean is(ClaimRecord before, Verdict verdict) {
        return claims.containsKey(before.id()) && claims.get(before.id()).verdict() == verdict;
    }

    private static String inWords(ClaimRecord before, @Nullable ClaimRecord now, EvidenceStore reference) {
        return "Claim %s was REPRODUCED in the reference %s (%s) and %s"
                .formatted(
                        before.id(),
                        reference.folder(),
                        before.reason(),
                        now == null ? "is gone" : "is %s now (%s)".formatted(now.verdict(), now.reason()));
    }

    private static String inWords(SessionControl control) {
        return "The control %s of this session did not hold, so that none of its trained claims can be trusted. %s. %s"
                .formatted(control.id(), control.description(), control.result());
    }

    private static List<EvidenceStore> stores(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> references = Files.list(folder)) {
            return references
                    .filter(Files::isDirectory)
                    .sorted()
                    .map(EvidenceStore::new)
                    .toList();
        } catch (IOException e) {
            throw new EvidenceException("Cannot list %s: %s.".formatted(folder, Cause.of(e)), e);
        }
    }

    private static Map<String, ClaimRecord> byId(EvidenceStore store) {
        return store.readClaims().stream().collect(Collectors.toMap(ClaimRecord::id, Function.identity()));
    }
}
