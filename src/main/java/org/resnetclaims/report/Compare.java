package org.resnetclaims.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.evidence.Status;

/** Sets the results of two sessions side by side, as Markdown. */
public final class Compare {

    private Compare() {}

    /** @param arguments two results folders, the earlier one first */
    public static void main(String[] arguments) {
        try {
            // Where nobody has set a property, Ant passes on its name, "${a}".
            if (arguments.length != 2 || Arrays.stream(arguments).anyMatch(folder -> folder.startsWith("${"))) {
                throw new EvidenceException(
                        "Say which two results folders to compare, as in: make compare A=results/reference/quick-cpu B=results/latest.");
            }
            System.out.print(compare(store(arguments[0]), store(arguments[1])));
        } catch (EvidenceException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static EvidenceStore store(String folder) {
        return new EvidenceStore(Path.of(folder).toAbsolutePath());
    }

    /** @throws EvidenceException if either has no session, or it cannot be read */
    static String compare(EvidenceStore before, EvidenceStore after) {
        SessionRecord then = before.readSession();
        SessionRecord now = after.readSession();
        Map<String, ClaimRecord> old = byId(before);
        Map<String, ClaimRecord> recent = byId(after);
        Changes changes = Changes.between(
                "A",
                Earlier.standings(then, List.copyOf(old.values())),
                Earlier.standings(now, List.copyOf(recent.values())),
                List.copyOf(recent.values()));
        StringBuilder out = new StringBuilder("A: %s%nB: %s%n%nSince A, %s%n%n"
                .formatted(inWords(before, then), inWords(after, now), changes.inWords()));
        if (!then.dataset().fingerprint().equals(now.dataset().fingerprint())
                || !then.scale().equals(now.scale())) {
            out.append("They differ in scale or data, so their estimates measure different things.%n%n".formatted());
        }
        out.append("| | claim | A | B | A | B |%n|---|---|---|---|---|---|%n".formatted());
        for (String id : new TreeSet<>(union(old, recent))) {
            ClaimRecord first = old.get(id);
            ClaimRecord second = recent.get(id);
            Status was = first == null ? null : then.standing(first).status();
            Status is = second == null ? null : now.standing(second).status();
            out.append("| %s | %s | %s | %s | %s | %s |%n"
                    .formatted(was == is ? "" : "**!**", id, name(was), name(is), estimate(first), estimate(second)));
        }
        return out.toString();
    }

    private static List<String> union(Map<String, ?> one, Map<String, ?> other) {
        List<String> ids = new ArrayList<>(one.keySet());
        ids.addAll(other.keySet());
        return ids;
    }

    private static String inWords(EvidenceStore store, SessionRecord session) {
        return "%s, scale %s on %s, %s %s, draw %d of the seeds, %s, began %s"
                .formatted(
                        store.folder(),
                        session.scale(),
                        session.dataset().name(),
                        session.engine().name(),
                        session.engine().backend(),
                        session.seeds(),
                        Numbers.duration(session.wallSeconds()),
                        session.started());
    }

    private static String name(@Nullable Status status) {
        return status == null ? "gone" : status.name();
    }

    /** The estimate of a claim that was judged, with the number of seeds. */
    private static String estimate(@Nullable ClaimRecord claim) {
        return claim == null
                ? ""
                : claim.judged()
                        .map(judged -> "%s %s, %s seeds"
                                .formatted(
                                        Numbers.signed(judged.decision().difference()),
                                        judged.observable().unitOfDifferences(),
                                        seeds(judged.arms())))
                        .orElse("");
    }

    private static String seeds(List<ArmRecord> arms) {
        return arms.stream()
                .map(arm -> String.valueOf(arm.seeds().size()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Map<String, ClaimRecord> byId(EvidenceStore store) {
        return store.readClaims().stream().collect(Collectors.toMap(ClaimRecord::id, claim -> claim));
    }
}
