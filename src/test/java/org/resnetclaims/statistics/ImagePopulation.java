package org.resnetclaims.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

/**
 * A population of images, from which each experiment draws a test set. How likely a run is to get an image wrong depends,
 * in logits, on the image, on what its network makes of that image, and on the run.
 *
 * @param difficulty of the average image
 * @param images     standard deviation over images, common to both arms
 * @param networks   standard deviation over images, of each arm on its own
 * @param runs       standard deviation over runs
 * @param handicap   of the first arm
 */
record ImagePopulation(
        String name, Hypothesis claim, double difficulty, double images, double networks, double runs, double handicap) {

    static final int EXPERIMENTS = 2_000;

    private static final int SAMPLE = 400;
    private static final long SEED = 20_151_210;

    Simulation simulate() {
        SplittableRandom random = new SplittableRandom(SEED);
        return Simulation.of(claim, EXPERIMENTS, () -> {
            double[] common = normal(difficulty, images, random);
            IntFunction<Observations> first = arm(common, handicap, random.split());
            IntFunction<Observations> second = arm(common, 0, random.split());
            return seeds -> new TwoArms(first.apply(seeds), second.apply(seeds));
        });
    }

    @Override
    public String toString() {
        return name;
    }

    /** Trains runs as they are asked for. */
    private IntFunction<Observations> arm(double[] common, double worse, SplittableRandom random) {
        double[] own = normal(worse, networks, random);
        List<BitSet> mistakes = new ArrayList<>();
        return seeds -> {
            while (mistakes.size() < seeds) {
                mistakes.add(run(common, own, random));
            }
            double[] errors = mistakes.stream().mapToDouble(run -> 100.0 * run.cardinality() / SAMPLE).toArray();
            return new Observations(errors, 100.0 / SAMPLE, new boolean[seeds], mistakes, SAMPLE);
        };
    }

    private BitSet run(double[] common, double[] own, SplittableRandom random) {
        double shift = runs * random.nextGaussian();
        BitSet wrong = new BitSet(SAMPLE);
        for (int image = 0; image < SAMPLE; image++) {
            wrong.set(image, random.nextDouble() < 1 / (1 + Math.exp(-common[image] - own[image] - shift)));
        }
        return wrong;
    }

    private static double[] normal(double mean, double deviation, SplittableRandom random) {
        return DoubleStream.generate(() -> mean + deviation * random.nextGaussian()).limit(SAMPLE).toArray();
    }
}
