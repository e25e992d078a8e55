package org.resnetclaims.claims.judging;

import java.util.List;
import java.util.stream.IntStream;
import org.resnetclaims.evidence.Metric;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.SequentialTest;
import org.resnetclaims.training.RunOutcome;

/** One arm against another. */
final class ArmsComparison extends Comparison {

    private final ArmRuns first;
    private final ArmRuns second;

    ArmsComparison(ArmRuns first, ArmRuns second, Metric metric, Hypothesis hypothesis) {
        super(List.of(first, second), metric, hypothesis);
        if (first.sharesRunsWith(second)) {
            throw new IllegalArgumentException(
                    "%s is compared with itself, run by run, which shows nothing: compare it with another network"
                            .formatted(first.name()));
        }
        this.first = first;
        this.second = second;
    }

    @Override
    Decision decide() {
        refuseIdenticalArms(hypothesis().looks().get(0));
        return SequentialTest.judge(hypothesis(), n -> observations(first, n), n -> observations(second, n));
    }

    private void refuseIdenticalArms(int runs) {
        List<RunOutcome> ofFirst = first.outcomes(runs);
        List<RunOutcome> ofSecond = second.outcomes(runs);
        if (IntStream.range(0, runs).allMatch(i -> ofFirst.get(i).hasSameBitsAs(ofSecond.get(i)))) {
            throw new IdenticalArmsError(first, second, runs);
        }
    }

    @Override
    public String words() {
        return hypothesis().inWords(metric().toString(), first.name(), second.name());
    }

    @Override
    Comparison on(List<ArmRuns> others, Hypothesis instead) {
        return new ArmsComparison(others.get(0), others.get(1), metric(), instead);
    }
}
