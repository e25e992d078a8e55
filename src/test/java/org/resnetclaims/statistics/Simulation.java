package org.resnetclaims.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Many experiments with made-up errors, each judged by the rule that judges claims.
 *
 * @param meanSeeds per arm
 */
record Simulation(int reproduced, int refuted, double meanSeeds) {

    static final int EXPERIMENTS = 20_000;

    private static final long SEED = 20_151_210;

    static Simulation of(Hypothesis hypothesis, Errors first, Errors second) {
        SequentialTest test = new SequentialTest(hypothesis);
        SplittableRandom random = new SplittableRandom(SEED);
        int most = hypothesis.looks().get(hypothesis.looks().size() - 1);
        int reproduced = 0;
        int refuted = 0;
        long seeds = 0;
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            Look last = lookUntilDecided(test, hypothesis, first.draw(most, random), second.draw(most, random));
            Verdict verdict = SequentialTest.verdict(last);
            reproduced += verdict == Verdict.REPRODUCED ? 1 : 0;
            refuted += verdict == Verdict.REFUTED ? 1 : 0;
            seeds += last.seeds();
        }
        return new Simulation(reproduced, refuted, (double) seeds / EXPERIMENTS);
    }

    double reproducedRate() {
        return (double) reproduced / EXPERIMENTS;
    }

    double refutedRate() {
        return (double) refuted / EXPERIMENTS;
    }

    double inconclusiveRate() {
        return 1 - reproducedRate() - refutedRate();
    }

    private static Look lookUntilDecided(SequentialTest test, Hypothesis hypothesis, double[] first, double[] second) {
        Look look = null;
        for (int index = 0; index < hypothesis.looks().size(); index++) {
            int seeds = hypothesis.looks().get(index);
            look = test.look(index, new Welch(Arrays.copyOf(first, seeds), Arrays.copyOf(second, seeds)));
            if (SequentialTest.verdict(look) != Verdict.INCONCLUSIVE) {
                break;
            }
        }
        return look;
    }
}
