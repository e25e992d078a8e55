package org.resnetclaims.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Status;

/**
 * What chance alone would make of so many claims.
 *
 * @param claims trained ones with a decision
 * @param expectedFalseReproduced the most that would come out REPRODUCED on average if none of them were true: the sum
 *     of their declared error rates
 * @param withinRate the ids of those that are REPRODUCED within a false discovery rate of 5 %, by Benjamini and
 *     Yekutieli
 * @param caveat what belongs beside the number of those that are REPRODUCED; empty where there is but one claim
 * @param inWords the same in two sentences
 */
record Multiplicity(
        int claims, double expectedFalseReproduced, List<String> withinRate, String caveat, String inWords) {

    private static final double FALSE_DISCOVERY_RATE = 0.05;

    /** Null where no trained claim was decided. */
    static @Nullable Multiplicity of(List<ReportedClaim> claims) {
        List<ReportedClaim> trained =
                claims.stream().filter(claim -> claim.kind() == Kind.TRAINED).toList();
        List<Double> rates = trained.stream()
                .flatMap(claim -> Stream.ofNullable(claim.hypothesis()))
                .map(ReportedClaim.HypothesisInWords::errorRate)
                .filter(Objects::nonNull)
                .toList();
        if (rates.isEmpty()) {
            return null;
        }
        double sum = rates.stream().mapToDouble(Double::doubleValue).sum();
        List<String> withinRate = trained.stream()
                .filter(claim -> claim.standing() == Status.REPRODUCED)
                .filter(claim -> claim.fdr() != null && claim.fdr() <= FALSE_DISCOVERY_RATE)
                .map(ReportedClaim::id)
                .toList();
        return new Multiplicity(
                rates.size(),
                sum,
                withinRate,
                rates.size() == 1 ? "" : standing(rates.size(), withinRate.size()),
                inWords(rates, sum, withinRate.size()));
    }

    private static String standing(int claims, int withinRate) {
        return "%s of the %d would still stand if at most 5 %% of those that stand may be false"
                .formatted(withinRate == 0 ? "none" : withinRate, claims);
    }

    private static String inWords(List<Double> rates, double sum, int withinRate) {
        String total = String.format(Locale.ROOT, "%.2f", sum);
        if (rates.size() == 1) {
            return "Were the one trained claim not true, it would come out REPRODUCED by chance with a probability of at most %s."
                    .formatted(total);
        }
        String bound = rates.stream().distinct().count() == 1
                ? "%d x %s %% = %s".formatted(rates.size(), Numbers.value(100 * rates.get(0)), total)
                : "%s, the sum of their error rates,".formatted(total);
        return "Were none of the %d trained claims true, at most %s would be expected to come out REPRODUCED by chance. Judged all together, %s on average (false discovery rate, by Benjamini and Yekutieli)."
                .formatted(rates.size(), bound, standing(rates.size(), withinRate));
    }
}
