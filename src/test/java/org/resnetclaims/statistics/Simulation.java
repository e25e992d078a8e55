package org.resnetclaims.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Many experiments with made-up errors, each judged by the rule that judges claims.
 *
 * @param reproducedByT would have been REPRODUCED by the t test alone
 * @param meanSeeds per arm
 */
record Simulation(int experiments, int reproduced, int refuted, int reproducedByT, double meanSeeds) {

    static final int EXPERIMENTS = 20_000;

    private static final long SEED = 20_151_210;

    static Simulation of(Hypothesis hypothesis, Errors first, Errors second) {
        SplittableRandom random = new SplittableRandom(SEED);
        int most = hypothesis.looks().get(hypothesis.looks().size() - 1);
        return of(hypothesis, EXPERIMENTS, () -> {
            double[] firstErrors = first.draw(most, random);
            double[] secondErrors = second.draw(most, random);
            return seeds ->
                    new TwoArms(first.observations(firstErrors, seeds), second.observations(secondErrors, seeds));
        });
    }

    /** @param drawn gives another experiment each time: what is seen of so many runs of both arms */
    static Simulation of(Hypothesis hypothesis, int experiments, Supplier<IntFunction<Seen>> drawn) {
        SequentialTest test = new SequentialTest(hypothesis);
        int reproduced = 0;
        int refuted = 0;
        int reproducedByT = 0;
        long seeds = 0;
        for (int experiment = 0; experiment < experiments; experiment++) {
            List<Look> looks = lookUntilDecided(test, hypothesis, drawn.get());
            Look last = looks.get(looks.size() - 1);
            reproduced += last.verdict() == Verdict.REPRODUCED ? 1 : 0;
            refuted += last.verdict() == Verdict.REFUTED ? 1 : 0;
            reproducedByT += verdictByT(looks) == Verdict.REPRODUCED ? 1 : 0;
            seeds += last.seeds();
        }
        return new Simulation(experiments, reproduced, refuted, reproducedByT, (double) seeds / experiments);
    }

    double reproducedRate() {
        return (double) reproduced / experiments;
    }

    double reproducedByTRate() {
        return (double) reproducedByT / experiments;
    }

    double refutedRate() {
        return (double) refuted / experiments;
    }

    double inconclusiveRate() {
        return 1 - reproducedRate() - refutedRate();
    }

    private static List<Look> lookUntilDecided(SequentialTest test, Hypothesis hypothesis, IntFunction<Seen> runs) {
        List<Look> looks = new ArrayList<>();
        for (int seeds : hypothesis.looks()) {
            Look look = test.look(looks.size(), runs.apply(seeds));
            looks.add(look);
            if (look.verdict() != Verdict.INCONCLUSIVE) {
                break;
            }
        }
        return looks;
    }

    /** Of the first look that would have decided, had nothing kept it from it. */
    private static Verdict verdictByT(List<Look> looks) {
        return looks.stream()
                .map(look -> look.with(null).verdict())
                .filter(verdict -> verdict != Verdict.INCONCLUSIVE)
                .findFirst()
                .orElse(Verdict.INCONCLUSIVE);
    }
}
