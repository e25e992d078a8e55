package org.resnetclaims.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * One look of a group-sequential test with an upper boundary, when there is no difference: the score is a Brownian
 * motion seen at growing information, and only the paths that no earlier boundary has stopped are still there. The
 * recursive integration is that of Armitage, McPherson and Rowe (1969), in the form of Jennison and Turnbull, "Group
 * Sequential Methods" (2000), chapter 19.
 */
final class Crossing {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Even, for Simpson's rule; more change no published digit. */
    private static final int STEPS = 400;

    /** Paths this many standard deviations below the mean do not matter. */
    private static final double DEPTH = 8;

    private final double information;
    private final double step;
    private final double[] scores;
    private final double[] masses;

    /** @param scores where the surviving paths were at the look before, and {@code masses} how many were there */
    private Crossing(double information, double step, double[] scores, double[] masses) {
        this.information = information;
        this.step = step;
        this.scores = scores;
        this.masses = masses;
    }

    static Crossing first(double information) {
        return new Crossing(information, Math.sqrt(information), new double[] {0}, new double[] {1});
    }

    /** The next look, after this one has stopped all paths whose standardised score is at least {@code boundary}. */
    Crossing next(double boundary, double nextInformation) {
        double lowest = -DEPTH * Math.sqrt(information);
        double width = (boundary * Math.sqrt(information) - lowest) / STEPS;
        double[] places = new double[STEPS + 1];
        double[] weights = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            places[i] = lowest + i * width;
            double simpson = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            weights[i] = simpson * width / 3 * density(places[i]);
        }
        return new Crossing(nextInformation, Math.sqrt(nextInformation - information), places, weights);
    }

    /** Probability that a path gets to this look and has a standardised score of at least {@code z} there. */
    double beyond(double z) {
        double score = z * Math.sqrt(information);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += masses[i] * NORMAL.survivalProbability((score - scores[i]) / step);
        }
        return sum;
    }

    /** The boundary that this look crosses with the given probability. */
    double boundary(double probability) {
        double low = -DEPTH;
        double high = DEPTH;
        while (high - low > 1e-10) {
            double middle = (low + high) / 2;
            if (beyond(middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double density(double score) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += masses[i] * NORMAL.density((score - scores[i]) / step);
        }
        return sum / step;
    }
}
