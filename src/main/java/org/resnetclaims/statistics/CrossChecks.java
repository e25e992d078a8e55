package org.resnetclaims.statistics;

/**
 * What methods that do not rest on normal errors say about the last look of a sequential test.
 *
 * @param pPermutation      one-sided, of the claim, at this look alone
 * @param pMannWhitney      one-sided, of the claim, at this look alone
 * @param bootstrapInterval of the difference of the means, in points; too narrow with three seeds
 */
public record CrossChecks(double pPermutation, double pMannWhitney, Interval bootstrapInterval) {

    static CrossChecks of(Hypothesis hypothesis, double[] first, double[] second, double level) {
        double permutation = 0;
        double mannWhitney = 0;
        for (OneSided statement : hypothesis.statements()) {
            permutation = Math.max(permutation, Permutations.pValue(statement, first, second));
            mannWhitney = Math.max(mannWhitney, Ranks.pValue(statement, first, second));
        }
        return new CrossChecks(permutation, mannWhitney, Bootstrap.interval(first, second, level));
    }
}
