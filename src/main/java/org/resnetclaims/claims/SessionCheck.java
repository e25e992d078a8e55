package org.resnetclaims.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.SessionControl;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.statistics.Verdict;

/**
 * The last word on a session: fails the build for what no test of a claim can see by itself. That is a control of the
 * session that did not hold, and a claim that the committed reference of this scale and data has as REPRODUCED and that no
 * longer is.
 */
public final class SessionCheck {

    private final SessionRecord session;
    private final Map<String, ClaimRecord> claims;

    SessionCheck(EvidenceStore results) {
        session = results.readSession();
        claims = byId(results);
    }

    /** @param arguments the folder of the results, and the one that holds a folder of each reference */
    public static void main(String[] arguments) {
        try {
            SessionCheck check = new SessionCheck(new EvidenceStore(Path.of(arguments[0])));
            List<String> faults = new ArrayList<>(check.failedControls());
            faults.addAll(check.missingControls());
            for (EvidenceStore reference : references(Path.of(arguments[1]))) {
                faults.addAll(check.regressions(reference));
            }
            faults.forEach(System.err::println);
            if (!faults.isEmpty()) {
                System.exit(1);
            }
        } catch (EvidenceException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** One sentence for each control that did not hold. */
    List<String> failedControls() {
        return session.controls().stream()
                .filter(control -> Boolean.FALSE.equals(control.held()))
                .map(SessionCheck::inWords)
                .toList();
    }

    /** One sentence for each control that should guard a claim and was not decided. */
    List<String> missingControls() {
        return claims.values().stream()
                .flatMap(claim -> claim.guards().stream())
                .distinct()
                .sorted()
                .filter(id -> session.controls().stream().noneMatch(control -> control.id().equals(id) && control.held() != null))
                .map("The control %s of this session was not decided, so that its trained claims stand unguarded: run the claims again"::formatted)
                .toList();
    }

    /**
     * One sentence for each claim that has lost its REPRODUCED. On other seeds than those of the reference a single
     * INCONCLUSIVE is what chance may do; it is in the report and no fault.
     */
    List<String> regressions(EvidenceStore reference) {
        SessionRecord then = reference.readSession();
        if (!then.scale().equals(session.scale()) || !then.dataset().equals(session.dataset())) {
            return List.of();
        }
        boolean sameSeeds = then.seeds() == session.seeds();
        return byId(reference).values().stream()
                .filter(before -> before.verdict() == Verdict.REPRODUCED && claims.containsKey(before.id()))
                .filter(before -> hasLost(claims.get(before.id()), sameSeeds))
                .map(before -> inWords(before, claims.get(before.id()), reference))
                .toList();
    }

    private static boolean hasLost(ClaimRecord now, boolean sameSeeds) {
        return switch (now.verdict()) {
            case REPRODUCED -> false;
            case INCONCLUSIVE -> sameSeeds;
            case REFUTED, NOT_TESTED -> true;
        };
    }

    private static String inWords(ClaimRecord before, ClaimRecord now, EvidenceStore reference) {
        return "Claim %s was REPRODUCED in the reference %s (%s) and is %s now (%s)"
                .formatted(now.id(), reference.folder(), before.reason(), now.verdict(), now.reason());
    }

    private static String inWords(SessionControl control) {
        return "The control %s of this session did not hold, so that none of its trained claims can be trusted. %s. %s"
                .formatted(control.id(), control.description(), control.result());
    }

    private static List<EvidenceStore> references(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> references = Files.list(folder)) {
            return references.filter(Files::isDirectory).sorted().map(EvidenceStore::new).toList();
        }
    }

    private static Map<String, ClaimRecord> byId(EvidenceStore store) {
        return store.readClaims().stream().collect(Collectors.toMap(ClaimRecord::id, Function.identity()));
    }
}
