package org.resnetclaims.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.Verdict;

/**
 * What chance alone would make of so many claims.
 *
 * @param claims trained ones with a decision
 * @param expectedFalseReproduced the most that would come out REPRODUCED on average if none of them were true: the sum
 *     of their declared error rates
 * @param withinRate those that are REPRODUCED within a false discovery rate of 5 %, by Benjamini and Yekutieli
 * @param inWords the same in two sentences
 */
record Multiplicity(int claims, double expectedFalseReproduced, long withinRate, String inWords) {

    private static final double FALSE_DISCOVERY_RATE = 0.05;

    /**
     * Null where no trained claim was decided.
     *
     * @param fdr p-values adjusted for the false discovery rate, by the id of their claim
     */
    static @Nullable Multiplicity of(List<ClaimRecord> records, Map<String, Double> fdr) {
        List<ClaimRecord> decided = records.stream()
                .filter(record ->
                        record.kind() == Kind.TRAINED && record.judged().isPresent())
                .toList();
        List<Double> rates = decided.stream()
                .flatMap(record -> record.judged().stream())
                .map(judged -> judged.decision().hypothesis())
                .map(Hypothesis::errorRate)
                .toList();
        if (rates.isEmpty()) {
            return null;
        }
        double sum = rates.stream().mapToDouble(Double::doubleValue).sum();
        long withinRate = decided.stream()
                .filter(record -> record.verdict() == Verdict.REPRODUCED)
                .filter(record -> fdr.getOrDefault(record.id(), 1.0) <= FALSE_DISCOVERY_RATE)
                .count();
        return new Multiplicity(rates.size(), sum, withinRate, inWords(rates, sum, withinRate));
    }

    private static String inWords(List<Double> rates, double sum, long withinRate) {
        String total = String.format(Locale.ROOT, "%.2f", sum);
        String claims = rates.size() == 1
                ? "Were the one judged trained claim not true"
                : "Were none of the %d judged trained claims true".formatted(rates.size());
        String bound = rates.stream().distinct().count() == 1
                ? "%d x %s %% = %s".formatted(rates.size(), Numbers.value(100 * rates.get(0)), total)
                : "%s, the sum of their error rates,".formatted(total);
        return "%s, at most %s would be expected to come out REPRODUCED by chance. %d of %d %s REPRODUCED within a false discovery rate of 5 %% over all of them."
                .formatted(claims, bound, withinRate, rates.size(), withinRate == 1 ? "is" : "are");
    }
}
