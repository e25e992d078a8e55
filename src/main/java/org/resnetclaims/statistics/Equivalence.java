package org.resnetclaims.statistics;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.statistics.methods.Interval;
import org.resnetclaims.statistics.methods.Sample;
import org.resnetclaims.statistics.methods.Welch;

/**
 * Whether the means of two arms are alike, decided at one look: two one-sided Welch tests (Schuirmann 1987). That no
 * difference was found would not do, since few runs find none.
 *
 * @param margin the largest difference that does not matter
 * @param difference mean of the first arm less mean of the second; NaN where an arm has no runs
 * @param interval of the difference, at 90 %: the arms are EQUIVALENT exactly where it lies within the margin; null
 *     where an arm has too few runs to be judged
 * @param pAlike of the likeness: small where the runs speak for it; 1 where an arm has too few
 * @param pApart of the contrary, a difference beyond the margin
 */
public record Equivalence(
        double margin,
        Outcome outcome,
        double difference,
        @Nullable Interval interval,
        double pAlike,
        double pApart) {

    public Equivalence {
        Objects.requireNonNull(outcome, "an equivalence has no outcome");
    }

    /** What the runs show. */
    public enum Outcome {
        /** The means differ by less than the margin. */
        EQUIVALENT,
        /** They differ by more. */
        DIFFERENT,
        /** Neither is shown. */
        UNDECIDED
    }

    /**
     * Either outcome that decides is false with a probability of at most 5 %. As in every decision of the suite, an arm
     * needs three runs, and no spread is taken as smaller than one step of the measurement.
     *
     * @throws IllegalArgumentException if the margin is not above 0
     */
    public static Equivalence of(double margin, Observations first, Observations second) {
        Hypothesis likeness = Hypothesis.equivalentWithin(margin);
        if (Math.min(first.values().length, second.values().length) < Hypothesis.FEWEST_SEEDS) {
            return new Equivalence(margin, Outcome.UNDECIDED, mean(first) - mean(second), null, 1, 1);
        }
        Welch arms = new Welch(first.sample(), second.sample());
        double alike = likeness.weakest(arms::pValue);
        double apart = likeness.contrary(arms::pValue);
        return new Equivalence(
                margin,
                outcome(alike, apart),
                arms.difference(),
                arms.interval(1 - 2 * Hypothesis.ERROR_RATE),
                alike,
                apart);
    }

    private static Outcome outcome(double alike, double apart) {
        if (alike <= Hypothesis.ERROR_RATE) {
            return Outcome.EQUIVALENT;
        }
        return apart <= Hypothesis.ERROR_RATE ? Outcome.DIFFERENT : Outcome.UNDECIDED;
    }

    private static double mean(Observations arm) {
        return arm.values().length == 0 ? Double.NaN : Sample.of(arm.values()).mean();
    }
}
