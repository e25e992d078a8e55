package org.resnetclaims.statistics;

import org.jspecify.annotations.Nullable;
import org.resnetclaims.statistics.methods.Bootstrap;
import org.resnetclaims.statistics.methods.Contrast;
import org.resnetclaims.statistics.methods.HedgesG;
import org.resnetclaims.statistics.methods.Interval;
import org.resnetclaims.statistics.methods.OneSided;
import org.resnetclaims.statistics.methods.Permutations;
import org.resnetclaims.statistics.methods.Ranks;
import org.resnetclaims.statistics.methods.Welch;

/** Two arms with as many runs each. */
record TwoArms(Observations first, Observations second) implements Seen {

    @Override
    public Contrast contrast() {
        return new Welch(first.sample(), second.sample());
    }

    @Override
    public FailedRuns firstFailures() {
        return FailedRuns.of(first.failed());
    }

    @Override
    public FailedRuns secondFailures() {
        return FailedRuns.of(second.failed());
    }

    @Override
    public @Nullable ImageCheck images(Hypothesis hypothesis) {
        return first.mistakes().isEmpty() || second.mistakes().isEmpty()
                ? null
                : ImageBootstrap.check(hypothesis, first, second);
    }

    @Override
    public boolean coarse() {
        return first.coarse() || second.coarse();
    }

    @Override
    public double permutation(OneSided statement) {
        return Permutations.pValue(statement, first.values(), second.values());
    }

    @Override
    public double leastPermutation() {
        return 1 / Permutations.ways(first.values().length, second.values().length);
    }

    @Override
    public double effectSize() {
        return HedgesG.of(first.sample(), second.sample());
    }

    @Override
    public double superiority() {
        return Ranks.superiority(first.values(), second.values());
    }

    @Override
    public Interval superiorityInterval(double level) {
        return Ranks.superiorityInterval(first.values(), second.values(), level);
    }

    @Override
    public CrossChecks crossChecks(Hypothesis hypothesis, double level) {
        return new CrossChecks(
                hypothesis.weakest(this::permutation),
                hypothesis.weakest(statement -> Ranks.pValue(statement, first.values(), second.values())),
                Bootstrap.interval(first.values(), second.values(), level));
    }
}
