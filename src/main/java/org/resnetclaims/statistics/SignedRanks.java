package org.resnetclaims.statistics;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/** Wilcoxon's test (1945): what the order of the distances to a number says. */
final class SignedRanks {

    private SignedRanks() {}

    static double pValue(OneSided statement, double[] errors, double number) {
        return WilcoxonSignedRankTest.withDefaults()
                .with(statement.above() ? AlternativeHypothesis.GREATER_THAN : AlternativeHypothesis.LESS_THAN)
                .withMu(number + statement.bound())
                .test(errors)
                .getPValue();
    }
}
