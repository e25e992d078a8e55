package org.resnetclaims.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.statistics.methods.BenjaminiYekutieli;
import org.resnetclaims.statistics.methods.Holm;

/**
 * P-values adjusted for the others of the report, by the id of their claim; a claim without a p-value is missing.
 *
 * @param holm over all statistical claims
 * @param fdr false discovery rate over the trained claims
 */
record Adjustments(Map<String, Double> holm, Map<String, Double> fdr) {

    static Adjustments of(List<ClaimRecord> records) {
        List<ClaimRecord> statistical = records.stream()
                .filter(record -> record.judged()
                        .filter(judged -> Double.isFinite(judged.decision().pValue()))
                        .isPresent())
                .toList();
        List<ClaimRecord> trained = statistical.stream()
                .filter(record -> record.kind() == Kind.TRAINED)
                .toList();
        return new Adjustments(adjusted(statistical, Holm::adjust), adjusted(trained, BenjaminiYekutieli::adjust));
    }

    private static Map<String, Double> adjusted(List<ClaimRecord> records, UnaryOperator<double[]> method) {
        double[] values = method.apply(records.stream()
                .mapToDouble(record -> record.judged().orElseThrow().decision().pValue())
                .toArray());
        Map<String, Double> byClaim = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            byClaim.put(records.get(i).id(), values[i]);
        }
        return byClaim;
    }
}
