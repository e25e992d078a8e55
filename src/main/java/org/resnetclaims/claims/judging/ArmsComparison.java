package org.resnetclaims.claims.judging;

import java.util.List;
import java.util.stream.IntStream;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.SequentialTest;

/** One arm against another. */
final class ArmsComparison extends Comparison {

    private final ArmRuns first;
    private final ArmRuns second;

    ArmsComparison(ArmRuns first, ArmRuns second, Observable observable, Hypothesis hypothesis) {
        super(List.of(first, second), observable, hypothesis);
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
        ArmRecord ofFirst = first.measured(runs, observable());
        ArmRecord ofSecond = second.measured(runs, observable());
        boolean identical = observable().needsTraining()
                ? IntStream.range(0, runs).allMatch(i -> ofFirst.runs()
                        .get(i)
                        .hasSameBitsAs(ofSecond.runs().get(i)))
                : ofFirst.numbers().equals(ofSecond.numbers());
        if (identical) {
            throw new IdenticalArmsError(first, second, runs);
        }
    }

    @Override
    public String words() {
        return hypothesis().inWords(observable().toString(), first.name(), second.name());
    }

    @Override
    Comparison on(List<ArmRuns> others, Hypothesis instead) {
        return new ArmsComparison(others.get(0), others.get(1), observable(), instead);
    }
}
