package org.resnetclaims.statistics;

import java.util.List;

/**
 * What is decided, declared before anything is measured. D is the mean error of the first arm less that of the second,
 * in points of percent.
 *
 * @param relation  what D must be
 * @param margin    in points: the smallest difference that matters for {@code HIGHER} and {@code LOWER} (0 where any
 *                  will do), the largest that does not for the others
 * @param errorRate bound on the probability of a false REPRODUCED, and likewise of a false REFUTED, over all looks
 * @param looks     seeds per arm at each look, ascending, at least 3; the last one is the maximum
 */
public record Hypothesis(Relation relation, double margin, double errorRate, List<Integer> looks) {

    public enum Relation {
        /** D > margin. */
        HIGHER,
        /** D < -margin. */
        LOWER,
        /** D < margin: the first arm is worse by less than the margin, if at all. */
        NOT_HIGHER,
        /** -margin < D < margin. */
        EQUIVALENT
    }

    public Hypothesis {
        looks = List.copyOf(looks);
    }
}
