package org.resnetclaims.statistics;

import org.resnetclaims.statistics.methods.Interval;

/**
 * What methods that do not rest on normal errors say about the last look of a sequential test. They decide nothing, but
 * that the permutation test can keep a look at coarse errors from deciding.
 *
 * @param pPermutation one-sided, of the claim, at this look alone
 * @param pRanks likewise, by Mann and Whitney, or by Wilcoxon where one arm is set against a number
 * @param bootstrapInterval of the difference of the means, in points; too narrow with three seeds
 */
public record CrossChecks(double pPermutation, double pRanks, Interval bootstrapInterval) {}
