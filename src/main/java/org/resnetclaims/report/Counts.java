package org.resnetclaims.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Status;

/**
 * How many claims came out how, each kind apart, since an exact check of sizes is no training that succeeded.
 *
 * @param trained claims that were judged, as are those of the next three kinds
 * @param evidence what the judged trained claims rest on
 * @param derived of the arithmetic claims, those that rest on no number that the paper prints
 * @param notTested claims of any kind
 * @param open claims of any kind that a session under way has not decided
 * @param expectedFalse claims that are known to come out REFUTED at this scale, whatever they did
 * @param verdicts all claims of each kind that occurs
 */
record Counts(
        int trained,
        @JsonUnwrapped Contrasts evidence,
        int examined,
        int initial,
        int arithmetic,
        int derived,
        int notTested,
        int open,
        int expectedFalse,
        Map<Kind, Map<Status, Integer>> verdicts) {

    /** @param records of the same claims, in the same order */
    static Counts of(List<ReportedClaim> claims, List<ClaimRecord> records) {
        Map<Kind, Map<Status, Integer>> verdicts = new EnumMap<>(Kind.class);
        for (ReportedClaim claim : claims) {
            verdicts.computeIfAbsent(claim.kind(), any -> new EnumMap<>(Status.class))
                    .merge(claim.standing(), 1, Integer::sum);
        }
        List<String> trained = claims.stream()
                .filter(claim -> claim.judged() && claim.kind() == Kind.TRAINED)
                .map(ReportedClaim::id)
                .toList();
        List<ClaimRecord> judged =
                records.stream().filter(record -> trained.contains(record.id())).toList();
        return new Counts(
                trained.size(),
                Contrasts.of(judged),
                judged(claims, Kind.EXAMINED),
                judged(claims, Kind.INITIAL),
                judged(claims, Kind.ARITHMETIC),
                (int) claims.stream().filter(Counts::isDerived).count(),
                (int) claims.stream()
                        .filter(claim -> !claim.judged() && claim.standing() != Status.OPEN)
                        .count(),
                (int) claims.stream()
                        .filter(claim -> claim.standing() == Status.OPEN)
                        .count(),
                (int) claims.stream().filter(claim -> claim.expected() != null).count(),
                verdicts);
    }

    private static boolean isDerived(ReportedClaim claim) {
        return claim.judged()
                && claim.kind() == Kind.ARITHMETIC
                && claim.paper() != null
                && claim.paper().stream().allMatch(value -> value.origin() == Origin.DERIVED);
    }

    private static int judged(List<ReportedClaim> claims, Kind kind) {
        return (int) claims.stream()
                .filter(claim -> claim.judged() && claim.kind() == kind)
                .count();
    }
}
