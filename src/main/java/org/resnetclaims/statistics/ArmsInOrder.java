package org.resnetclaims.statistics;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.statistics.methods.Bootstrap;
import org.resnetclaims.statistics.methods.Contrast;
import org.resnetclaims.statistics.methods.Interval;
import org.resnetclaims.statistics.methods.OneSided;
import org.resnetclaims.statistics.methods.Ranks;
import org.resnetclaims.statistics.methods.Trend;
import org.resnetclaims.statistics.methods.TrendPermutations;

/** Several arms in an order, with as many runs each. */
record ArmsInOrder(List<Observations> arms) implements Seen {

    ArmsInOrder {
        arms = List.copyOf(arms);
    }

    @Override
    public Contrast contrast() {
        return trend();
    }

    private Trend trend() {
        return new Trend(arms.stream().map(Observations::sample).toList());
    }

    @Override
    public FailedRuns firstFailures() {
        return FailedRuns.of(arms.get(0).failed());
    }

    /** Of those after the first, the arm that may fail most often. */
    @Override
    public FailedRuns secondFailures() {
        return arms.stream()
                .skip(1)
                .map(arm -> FailedRuns.of(arm.failed()))
                .max(Comparator.comparingDouble(FailedRuns::upperBound))
                .orElseThrow();
    }

    @Override
    public @Nullable ImageCheck images(Hypothesis hypothesis) {
        return arms.stream().anyMatch(arm -> arm.mistakes().isEmpty())
                ? null
                : ImageBootstrap.check(hypothesis, arms, Trend.weights(arms.size()));
    }

    @Override
    public boolean coarse() {
        return arms.stream().anyMatch(Observations::coarse);
    }

    @Override
    public double permutation(OneSided statement) {
        return TrendPermutations.pValue(statement, values());
    }

    @Override
    public double leastPermutation() {
        return TrendPermutations.least(values());
    }

    @Override
    public double effectSize() {
        return trend().effectSize();
    }

    /** Probability that of two runs the one of the later arm lies above the other, averaged over all pairs of arms. */
    @Override
    public double superiority() {
        double sum = 0;
        int pairs = 0;
        for (int later = 1; later < arms.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                sum += Ranks.superiority(
                        arms.get(later).values(), arms.get(earlier).values());
                pairs++;
            }
        }
        return sum / pairs;
    }

    /** An average over pairs of arms varies no more than the estimate of one pair may. */
    @Override
    public Interval superiorityInterval(double level) {
        int runs = arms.get(0).values().length;
        return Ranks.clopperPearson(superiority() * runs, runs, level);
    }

    @Override
    public CrossChecks crossChecks(Hypothesis hypothesis, double level) {
        return new CrossChecks(
                hypothesis.weakest(this::permutation),
                hypothesis.weakest(statement -> TrendPermutations.pRanks(statement, values())),
                Bootstrap.interval(values(), Trend.weights(arms.size()), level));
    }

    private List<double[]> values() {
        return arms.stream().map(Observations::values).toList();
    }
}
