package org.resnetclaims.report;

import java.util.List;
import java.util.Locale;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.statistics.Hypothesis;

/**
 * What chance alone would make of so many claims.
 *
 * @param claims                  trained ones with a decision
 * @param expectedFalseReproduced the most that would come out REPRODUCED on average if none of them were true: the sum
 *                                of their declared error rates
 * @param inWords                 the same as a sentence
 */
record Multiplicity(int claims, double expectedFalseReproduced, String inWords) {

    /** Null where no trained claim was decided. */
    static Multiplicity of(List<ClaimRecord> records) {
        List<Double> rates = records.stream()
                .filter(record -> record.kind() == Kind.TRAINED && record.decision() != null)
                .map(record -> record.decision().hypothesis())
                .map(Hypothesis::errorRate)
                .toList();
        if (rates.isEmpty()) {
            return null;
        }
        double sum = rates.stream().mapToDouble(Double::doubleValue).sum();
        return new Multiplicity(rates.size(), sum, inWords(rates, sum));
    }

    private static String inWords(List<Double> rates, double sum) {
        String total = String.format(Locale.ROOT, "%.2f", sum);
        String claims = rates.size() == 1
                ? "Were the one judged trained claim not true"
                : "Were none of the %d judged trained claims true".formatted(rates.size());
        String bound = rates.stream().distinct().count() == 1
                ? "%d x %s %% = %s".formatted(rates.size(), Numbers.value(100 * rates.get(0)), total)
                : "%s, the sum of their error rates,".formatted(total);
        return "%s, at most %s would be expected to come out REPRODUCED by chance.".formatted(claims, bound);
    }
}
