package org.resnetclaims.statistics.methods;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far public reproductions of a paper's errors lie from what the paper prints.
 *
 * @param points each reproduced error less the printed one, in points of percent
 */
public record KnownDeviations(List<Double> points) {

    private static final double LEVEL = 0.95;

    public KnownDeviations {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("no margin follows from no deviation");
        }
    }

    /** Of a deviation from the printed error, which takes the place of a mean. */
    public double rootMeanSquare() {
        double squares =
                points.stream().mapToDouble(deviation -> deviation * deviation).sum();
        return Math.sqrt(squares / points.size());
    }

    /**
     * How far one more reproduction may lie off in 95 of 100 cases, if it differs from the paper as these do: Student's
     * t, with as many degrees of freedom as there are deviations, times their root mean square. In points, as exact as
     * the paper's errors.
     */
    public double margin() {
        double t = TDistribution.of(points.size()).inverseSurvivalProbability((1 - LEVEL) / 2);
        return Math.round(100 * t * rootMeanSquare()) / 100.0;
    }
}
