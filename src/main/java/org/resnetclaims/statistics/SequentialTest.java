package org.resnetclaims.statistics;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.statistics.methods.Contrast;
import org.resnetclaims.statistics.methods.Interval;
import org.resnetclaims.statistics.methods.OneSided;

/**
 * The decision rule of the suite: one-sided t tests of the claim and of its contrary at each look, against a boundary
 * that spends the declared error rate over the looks. What would decide has to pass {@link Gates} besides. The method
 * page derives the rule and shows how it fares.
 */
public final class SequentialTest {

    private static final List<String> ORDINALS = List.of("first", "second", "third");

    private final Hypothesis hypothesis;
    private final SpendingPlan plan;

    SequentialTest(Hypothesis hypothesis) {
        this.hypothesis = hypothesis;
        this.plan = SpendingPlan.of(hypothesis);
    }

    /**
     * Looks until the claim or its contrary is shown, or the seeds are used up.
     *
     * @param arms as many as the design of the hypothesis needs, in its order; each gives the numbers of so many runs,
     *     one per seed; those of an earlier look are among those of a later one
     * @throws IllegalArgumentException for more or fewer arms or numbers than asked for, or a number that is not finite
     */
    public static Decision judge(Hypothesis hypothesis, List<IntFunction<Observations>> arms) {
        Design design = hypothesis.design();
        if (arms.size() < design.fewestArms() || arms.size() > design.mostArms()) {
            throw new IllegalArgumentException("%d arms are no %s".formatted(arms.size(), design));
        }
        return new SequentialTest(hypothesis).judge(seeds -> seen(design, checked(arms, seeds)));
    }

    /** Likewise, of a design of one arm. */
    public static Decision judge(Hypothesis hypothesis, IntFunction<Observations> arm) {
        return judge(hypothesis, List.of(arm));
    }

    /** Likewise, of a design of two arms. */
    public static Decision judge(
            Hypothesis hypothesis, IntFunction<Observations> first, IntFunction<Observations> second) {
        return judge(hypothesis, List.of(first, second));
    }

    static Seen seen(Design design, List<Observations> arms) {
        if (design instanceof Design.Order) {
            return new ArmsInOrder(arms);
        }
        if (design instanceof Design.AgainstNumber number) {
            return OneArm.against(number.value(), arms.get(0));
        }
        return design instanceof Design.Pairs
                ? OneArm.ofPairs(arms.get(0), arms.get(1))
                : new TwoArms(arms.get(0), arms.get(1));
    }

    private Decision judge(IntFunction<Seen> runs) {
        List<Look> looks = new ArrayList<>();
        while (true) {
            Seen seen = runs.apply(hypothesis.looks().get(looks.size()));
            Look look = look(looks.size(), seen);
            looks.add(look);
            if (look.verdict() != Verdict.INCONCLUSIVE
                    || looks.size() == hypothesis.looks().size()) {
                return decision(looks, seen);
            }
        }
    }

    /** @param index counted from 0 */
    Look look(int index, Seen seen) {
        Contrast arms = seen.contrast();
        OneSided weakest = hypothesis.statements().stream()
                .max(Comparator.comparingDouble(arms::pValue))
                .orElseThrow();
        Look look = new Look(
                hypothesis.looks().get(index),
                arms.statistic(weakest.bound()),
                arms.pValue(weakest),
                hypothesis.contrary(arms::pValue),
                plan.level(index),
                null);
        return look.with(new Gates(hypothesis, seen).obstacle(look));
    }

    private Decision decision(List<Look> looks, Seen seen) {
        Look last = looks.get(looks.size() - 1);
        Contrast arms = seen.contrast();
        double levelHere = 1 - 2 * last.boundary();
        Interval interval = overAllLooks(arms.interval(levelHere));
        FailedRuns failures = seen.mostFailures();
        ImageCheck images = seen.images(hypothesis);
        CrossChecks alone = seen.crossChecks(hypothesis, levelHere);
        return new Decision(
                hypothesis,
                last.verdict(),
                new Reason(hypothesis, arms.difference(), interval, failures, images).of(looks),
                looks,
                arms.difference(),
                interval,
                pValue(looks, failures, images, alone),
                seen.effectSize(),
                seen.superiority(),
                overAllLooks(seen.superiorityInterval(levelHere)),
                seen.firstFailures(),
                seen.secondFailures(),
                images,
                new CrossChecks(alone.pPermutation(), alone.pRanks(), overAllLooks(alone.bootstrapInterval())));
    }

    /** A claim that has to pass several tests is only as sure as the one that speaks least for it. */
    private double pValue(List<Look> looks, FailedRuns failures, @Nullable ImageCheck images, CrossChecks alone) {
        int index = looks.size() - 1;
        Look last = looks.get(index);
        double byT = plan.overall(index, last.pReproduced());
        if (last.obstacle() == null || !last.claimWithinBoundary()) {
            return byT;
        }
        return Math.max(
                byT,
                switch (last.obstacle()) {
                    case FAILED_RUNS -> failures.pValue();
                    case IMAGES -> Math.min(1, requireNonNull(images).contraryToClaim() / SpendingPlan.SPENT);
                    case COARSE_ERRORS -> plan.overall(index, alone.pPermutation());
                });
    }

    /**
     * An interval at the level of one look is a repeated one (Jennison and Turnbull 1989) at that of the whole test.
     */
    private Interval overAllLooks(Interval here) {
        return new Interval(here.lower(), here.upper(), 1 - 2 * hypothesis.errorRate());
    }

    private static List<Observations> checked(List<IntFunction<Observations>> arms, int seeds) {
        List<Observations> checked = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            checked.add(checked(arms.get(i).apply(seeds), seeds, arms.size() == 1 ? "only" : ordinal(i)));
        }
        return checked;
    }

    private static String ordinal(int index) {
        return index < ORDINALS.size() ? ORDINALS.get(index) : index + 1 + "th";
    }

    private static Observations checked(Observations observations, int seeds, String arm) {
        double[] values = observations.values();
        if (values.length != seeds) {
            throw new IllegalArgumentException(
                    "the " + arm + " arm was asked for the numbers of " + seeds + " runs and gave " + values.length);
        }
        for (int i = 0; i < seeds; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("the number of run " + (i + 1) + " of the " + arm + " arm is "
                        + values[i] + ": arms are judged by finite numbers only");
            }
        }
        return observations;
    }
}
