package org.resnetclaims.statistics.methods;

import java.util.Arrays;

/** Wilcoxon's test (1945): what the order of the distances to a number says. Exact with ties too. */
public final class SignedRanks {

    private SignedRanks() {}

    /** @param distances positive where a run lies as the statement has it; runs at no distance say nothing */
    public static double pValue(double[] distances) {
        double[] apart =
                Arrays.stream(distances).filter(distance -> distance != 0).toArray();
        double[] ranks = Ranks.midranks(Arrays.stream(apart).map(Math::abs).toArray());
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] *= Math.signum(apart[i]);
        }
        return SignFlips.pValue(ranks);
    }
}
