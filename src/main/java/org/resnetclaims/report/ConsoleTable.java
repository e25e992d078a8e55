package org.resnetclaims.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.statistics.methods.Interval;

/** The verdicts as a table for the console, a line each, with the headline below. */
final class ConsoleTable {

    private ConsoleTable() {}

    static String of(ReportDocument document) {
        List<ReportedClaim> claims = document.claims();
        int widest =
                claims.stream().mapToInt(claim -> claim.id().length()).max().orElse(0);
        String line = "%-13s %-" + Math.max(1, widest) + "s %s";
        return claims.stream()
                .map(claim -> line.formatted(claim.standing(), claim.id(), effect(claim))
                                .stripTrailing() + "\n")
                .collect(Collectors.joining("", "", document.headline() + "\n"));
    }

    private static String effect(ReportedClaim claim) {
        Double difference = claim.difference();
        if (difference == null || !Double.isFinite(difference)) {
            return "";
        }
        Interval interval = claim.interval();
        return "%s %s%s%s"
                .formatted(
                        Numbers.signed(difference),
                        claim.unitOfDifferences(),
                        interval == null
                                ? ""
                                : " (%s to %s)"
                                        .formatted(Numbers.signed(interval.lower()), Numbers.signed(interval.upper())),
                        p(claim.pValue()));
    }

    private static String p(@Nullable Double p) {
        return p == null || !Double.isFinite(p) ? "" : ", p %s".formatted(Numbers.probability(p));
    }
}
