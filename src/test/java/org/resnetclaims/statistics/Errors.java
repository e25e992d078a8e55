package org.resnetclaims.statistics;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** How the errors of the runs of a simulated arm are distributed; all but the last two have the mean and deviation they say. */
record Errors(ToDoubleFunction<RandomGenerator> distribution) {

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

    /** Most runs train to a common error, one in five diverges and counts as guessing. */
    static Errors sometimesDiverged(double mean, double deviation) {
        return new Errors(random -> random.nextInt(5) == 0 ? 90 : mean + deviation * random.nextGaussian());
    }

    /** A number of the paper: an arm that never varies. */
    static Errors exactly(double number) {
        return new Errors(random -> number);
    }

    double[] draw(int runs, RandomGenerator random) {
        double[] errors = new double[runs];
        for (int i = 0; i < runs; i++) {
            errors[i] = distribution.applyAsDouble(random);
        }
        return errors;
    }
}
