package org.resnetclaims.claims.judging;

import java.util.List;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.SequentialTest;

/** One arm against a number of the paper. */
final class PaperComparison extends Comparison {

    private final PaperNumber number;
    private final String reason;

    /** @param reason why the margin is what it is */
    PaperComparison(ArmRuns arm, PaperNumber number, Observable observable, Hypothesis hypothesis, String reason) {
        super(List.of(arm), observable, hypothesis);
        if (!observable.described().unit().equals(number.unit())) {
            throw new IllegalArgumentException("The %s is measured in \"%s\", but the number of %s is in \"%s\""
                    .formatted(observable, observable.described().unit(), number.source(), number.unit()));
        }
        this.number = number;
        this.reason = reason;
    }

    @Override
    Decision decide() {
        return SequentialTest.judge(hypothesis(), n -> observations(arm(), n), number.number());
    }

    @Override
    public String words() {
        String paper = "the %s %s of %s".formatted(number.value(), number.unit(), number.source());
        return "%s The margin: %s."
                .formatted(hypothesis().inWordsAgainst(paper, observable().toString(), arm().name()), reason);
    }

    @Override
    Comparison on(List<ArmRuns> others, Hypothesis instead) {
        return new PaperComparison(others.get(0), number, observable(), instead, reason);
    }

    private ArmRuns arm() {
        return arms().get(0);
    }
}
