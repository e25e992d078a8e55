package org.resnetclaims.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The decision rule of the suite: one-sided t tests of the claim and of its contrary at each look, against a boundary
 * that spends the declared error rate over the looks. The method page derives it and shows how it fares.
 */
public final class SequentialTest {

    private final Hypothesis hypothesis;
    private final SpendingPlan plan;

    SequentialTest(Hypothesis hypothesis) {
        this.hypothesis = hypothesis;
        this.plan = SpendingPlan.of(hypothesis);
    }

    /**
     * Looks until the claim or its contrary is shown, or the seeds are used up.
     *
     * @param first  gives the errors of so many runs of the first arm, in percent, one per seed; those of an earlier look
     *               are among those of a later one
     * @param second likewise
     * @throws IllegalArgumentException for another number of errors than asked for, or one that is not finite
     */
    public static Decision judge(Hypothesis hypothesis, IntFunction<Observations> first, IntFunction<Observations> second) {
        return new SequentialTest(hypothesis)
                .judge(seeds -> new TwoArms(
                        checked(first.apply(seeds), seeds, "first"), checked(second.apply(seeds), seeds, "second")));
    }

    /**
     * Likewise for one arm, whose mean is set against a number in percent.
     *
     * @throws IllegalArgumentException for another number of errors than asked for, or one that is not finite
     */
    public static Decision judge(Hypothesis hypothesis, IntFunction<Observations> arm, double number) {
        return new SequentialTest(hypothesis)
                .judge(seeds -> new OneArm(checked(arm.apply(seeds), seeds, "only"), number));
    }

    private Decision judge(IntFunction<Seen> runs) {
        List<Look> looks = new ArrayList<>();
        while (true) {
            Seen seen = runs.apply(hypothesis.looks().get(looks.size()));
            Look look = look(looks.size(), seen.contrast());
            looks.add(look);
            if (verdict(look) != Verdict.INCONCLUSIVE || looks.size() == hypothesis.looks().size()) {
                return decision(looks, seen);
            }
        }
    }

    /** @param index counted from 0 */
    Look look(int index, Contrast arms) {
        double strongest = -1;
        double contrary = 1;
        double statistic = 0;
        for (OneSided statement : hypothesis.statements()) {
            double p = arms.pValue(statement);
            contrary = Math.min(contrary, arms.pValue(statement.contrary()));
            if (p > strongest) {
                strongest = p;
                statistic = arms.statistic(statement.bound());
            }
        }
        // A claim of two statements is refuted by either contrary, so both share the error rate.
        double refuted = Math.min(1, hypothesis.statements().size() * contrary);
        return new Look(hypothesis.looks().get(index), statistic, strongest, refuted, plan.level(index));
    }

    static Verdict verdict(Look look) {
        if (look.pReproduced() <= look.boundary()) {
            return Verdict.REPRODUCED;
        }
        return look.pRefuted() <= look.boundary() ? Verdict.REFUTED : Verdict.INCONCLUSIVE;
    }

    double overallP(int index, Look look) {
        return plan.overall(index, look.pReproduced());
    }

    private Decision decision(List<Look> looks, Seen seen) {
        int index = looks.size() - 1;
        Look last = looks.get(index);
        Contrast arms = seen.contrast();
        double levelHere = 1 - 2 * last.boundary();
        Interval interval = overAllLooks(arms.interval(levelHere));
        CrossChecks alone = seen.crossChecks(hypothesis, levelHere);
        return new Decision(
                hypothesis,
                verdict(last),
                Reason.of(verdict(last), arms.difference(), interval, looks),
                looks,
                arms.difference(),
                interval,
                overallP(index, last),
                seen.effectSize(),
                seen.superiority(),
                overAllLooks(seen.superiorityInterval(levelHere)),
                new CrossChecks(
                        alone.pPermutation(), alone.pRanks(), overAllLooks(alone.bootstrapInterval())));
    }

    /** An interval at the level of one look is a repeated one (Jennison and Turnbull 1989) at that of the whole test. */
    private Interval overAllLooks(Interval here) {
        return new Interval(here.lower(), here.upper(), 1 - 2 * hypothesis.errorRate());
    }

    private static double[] checked(Observations observations, int seeds, String arm) {
        double[] errors = observations.values();
        if (errors.length != seeds) {
            throw new IllegalArgumentException(
                    "the " + arm + " arm was asked for the errors of " + seeds + " runs and gave " + errors.length);
        }
        for (int i = 0; i < seeds; i++) {
            if (!Double.isFinite(errors[i])) {
                throw new IllegalArgumentException("the error of run " + (i + 1) + " of the " + arm + " arm is "
                        + errors[i] + ": a diverged run counts with the error of guessing, not with none");
            }
        }
        return errors;
    }
}
