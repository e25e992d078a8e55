package org.resnetclaims.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * How the errors of the runs of a simulated arm are distributed. Where they take a mean and a deviation, these are
 * those of the distribution, but for runs that fail.
 *
 * @param resolution the smallest step between two errors; 0 where there is none
 */
record Errors(ToDoubleFunction<RandomGenerator> distribution, double resolution) {

    /** The error of a run that fails. */
    private static final double GUESSING = 90;

    private Errors(ToDoubleFunction<RandomGenerator> distribution) {
        this(distribution, 0);
    }

    static Errors normal(double mean, double deviation) {
        return new Errors(random -> mean + deviation * random.nextGaussian());
    }

    static Errors exponential(double mean, double deviation) {
        return new Errors(random -> mean + deviation * (random.nextExponential() - 1));
    }

    /** Skewed as exp of a standard normal variable: most runs a little below the mean, some far above. */
    static Errors lognormal(double mean, double deviation) {
        double centre = Math.exp(0.5);
        double spread = Math.sqrt(Math.exp(2) - Math.exp(1));
        return new Errors(random -> mean + deviation * (Math.exp(random.nextGaussian()) - centre) / spread);
    }

    /** Student's t with three degrees of freedom. */
    static Errors heavyTailed(double mean, double deviation) {
        return new Errors(random -> {
            double chiSquare = 0;
            for (int i = 0; i < 3; i++) {
                double z = random.nextGaussian();
                chiSquare += z * z;
            }
            return mean + deviation * random.nextGaussian() / Math.sqrt(chiSquare);
        });
    }

    static Errors uniform(double mean, double deviation) {
        return new Errors(random -> mean + deviation * Math.sqrt(12) * (random.nextDouble() - 0.5));
    }

    /** Half the runs end near one error, half near another. */
    static Errors twoPeaked(double low, double high, double deviation) {
        return new Errors(random -> (random.nextBoolean() ? low : high) + deviation * random.nextGaussian());
    }

    /** Counts of wrong images: Poisson. */
    static Errors counts(double mean) {
        return new Errors(random -> poisson(mean, random), 1);
    }

    /** Likewise, but the rate of each run is drawn from an exponential distribution: geometric. */
    static Errors overdispersedCounts(double mean) {
        return new Errors(random -> poisson(mean * random.nextExponential(), random), 1);
    }

    /** Most runs train to a common error, one in so many fails. */
    static Errors sometimesFailed(int oneIn, double mean, double deviation) {
        return new Errors(random -> random.nextInt(oneIn) == 0 ? GUESSING : mean + deviation * random.nextGaussian());
    }

    /** A number of the paper: an arm that never varies. */
    static Errors exactly(double number) {
        return new Errors(random -> number);
    }

    /** What the first runs of those drawn look like to the test. */
    Observations observations(double[] drawn, int runs) {
        double[] errors = Arrays.copyOf(drawn, runs);
        boolean[] failed = new boolean[runs];
        for (int i = 0; i < runs; i++) {
            failed[i] = errors[i] == GUESSING;
        }
        return new Observations(errors, resolution, failed, List.of(), 0);
    }

    /** Knuth's product of uniform numbers. */
    private static double poisson(double rate, RandomGenerator random) {
        double least = Math.exp(-rate);
        int count = 0;
        for (double product = random.nextDouble(); product > least; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    double[] draw(int runs, RandomGenerator random) {
        double[] errors = new double[runs];
        for (int i = 0; i < runs; i++) {
            errors[i] = distribution.applyAsDouble(random);
        }
        return errors;
    }
}
