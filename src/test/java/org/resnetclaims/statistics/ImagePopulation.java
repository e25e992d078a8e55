package org.resnetclaims.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

/**
 * Two networks with the same error on a population of images, from which each experiment draws a test set. How likely a
 * run is to get an image wrong depends, in logits, on the image, on what its network makes of it, and on the run.
 *
 * @param networks standard deviation over images, of each network on its own
 */
record ImagePopulation(String name, double networks) {

    static final List<ImagePopulation> WITHOUT_EFFECT = List.of(
            new ImagePopulation("the networks find nearly the same images hard", 1),
            new ImagePopulation("they differ in that as much as images differ in difficulty", 2.5));

    static final int EXPERIMENTS = 1_000;

    /** An error of about a fifth. */
    private static final double DIFFICULTY = -2.5;

    private static final double IMAGES = 2.5;
    private static final double RUNS = 0.1;
    private static final int SAMPLE = 200;
    private static final long SEED = 20_151_210;

    Simulation simulate() {
        SplittableRandom random = new SplittableRandom(SEED);
        return Simulation.of(Hypothesis.higher(), EXPERIMENTS, () -> {
            double[] difficulties = normal(DIFFICULTY, IMAGES, random);
            IntFunction<Observations> first = arm(difficulties, random.split());
            IntFunction<Observations> second = arm(difficulties, random.split());
            return seeds -> new TwoArms(first.apply(seeds), second.apply(seeds));
        });
    }

    @Override
    public String toString() {
        return name;
    }

    /** Trains runs as they are asked for. */
    private IntFunction<Observations> arm(double[] difficulties, SplittableRandom random) {
        double[] own = normal(0, networks, random);
        List<BitSet> mistakes = new ArrayList<>();
        return seeds -> {
            while (mistakes.size() < seeds) {
                mistakes.add(run(difficulties, own, random));
            }
            double[] errors = mistakes.stream()
                    .mapToDouble(run -> 100.0 * run.cardinality() / SAMPLE)
                    .toArray();
            return new Observations(errors, 100.0 / SAMPLE, new boolean[seeds], mistakes, SAMPLE);
        };
    }

    private static BitSet run(double[] difficulties, double[] own, SplittableRandom random) {
        double shift = RUNS * random.nextGaussian();
        BitSet wrong = new BitSet(SAMPLE);
        for (int image = 0; image < SAMPLE; image++) {
            wrong.set(image, random.nextDouble() < 1 / (1 + Math.exp(-difficulties[image] - own[image] - shift)));
        }
        return wrong;
    }

    private static double[] normal(double mean, double deviation, SplittableRandom random) {
        return DoubleStream.generate(() -> mean + deviation * random.nextGaussian())
                .limit(SAMPLE)
                .toArray();
    }
}
