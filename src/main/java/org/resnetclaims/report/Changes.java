package org.resnetclaims.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Status;

/**
 * Which claims came out otherwise than in an earlier session.
 *
 * @param since what they are compared with, as it stands after "since"
 * @param inWords how many changed, in one sentence
 * @param lines one for each that changed, those that were lost first
 */
record Changes(String since, String inWords, List<Line> lines) {

    /** @param words such as {@code INCONCLUSIVE, was REPRODUCED} */
    record Line(String claim, String statement, String words) {}

    /**
     * @param before how each claim that was judged came out then, by its id
     * @param now likewise; claims that are still open have not come out in any way
     * @param claims of now
     */
    static Changes between(
            String since, Map<String, Status> before, Map<String, Status> now, List<ClaimRecord> claims) {
        Map<String, String> statements = new TreeMap<>();
        claims.forEach(claim -> statements.put(claim.id(), claim.statement()));
        List<String> decided =
                now.keySet().stream().filter(id -> now.get(id) != Status.OPEN).toList();
        List<String> changed = decided.stream()
                .filter(id -> before.containsKey(id) && before.get(id) != now.get(id))
                .sorted(Comparator.<String>comparingInt(id -> before.get(id) == Status.REPRODUCED ? 0 : 1)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        long added = decided.stream().filter(id -> !before.containsKey(id)).count();
        long gone = before.keySet().stream().filter(id -> !now.containsKey(id)).count();
        return new Changes(
                since,
                inWords(changed.size(), added, gone, decided.size()),
                changed.stream()
                        .map(id -> new Line(
                                id,
                                statements.getOrDefault(id, id),
                                "%s, was %s".formatted(now.get(id), before.get(id))))
                        .toList());
    }

    private static String inWords(int changed, long added, long gone, int all) {
        List<String> parts = new ArrayList<>();
        parts.add(
                changed == 0
                        ? "none of the %d claims came out otherwise".formatted(all - added)
                        : "%d of %d claims came out otherwise".formatted(changed, all - added));
        if (added > 0) {
            parts.add("%d %s new".formatted(added, added == 1 ? "is" : "are"));
        }
        if (gone > 0) {
            parts.add("%d %s not in this session".formatted(gone, gone == 1 ? "is" : "are"));
        }
        return String.join(", ", parts) + ".";
    }
}
