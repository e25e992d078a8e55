package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resnetclaims.statistics.Hypothesis.Relation;

class HypothesisTest {

    @Test
    void says_what_will_be_decided_and_how() {
        assertThat(Hypothesis.higher().inWords("training error", "plain-56", "plain-20"))
                .isEqualTo(
                        "The mean training error of plain-56 is higher than that of plain-20. Judged by one-sided Welch"
                                + " tests at 3, 4, 5, 6, 8 and 12 seeds per arm, stopping as soon as the evidence suffices; over all"
                                + " looks together, the probability of a false REPRODUCED is at most 5 %, and so is that of a false"
                                + " REFUTED, unless the numbers of the two arms have unlike shapes.");
        assertThat(Hypothesis.lower().withMargin(2.5).inWords("test error", "A", "B"))
                .startsWith("The mean test error of A is lower than that of B by more than 2.5 points.");
        assertThat(Hypothesis.notHigherBy(1).inWords("test error", "A", "B"))
                .startsWith("The mean test error of A is higher than that of B by less than 1 point, if at all.");
        assertThat(Hypothesis.equivalentWithin(2).withLooks(List.of(5)).inWords("test error", "A", "B"))
                .startsWith("The mean test error of A differs from that of B by less than 2 points.")
                .contains("at 5 seeds per arm");
    }

    @Test
    void refuses_what_cannot_be_judged() {
        assertThatThrownBy(() -> Hypothesis.equivalentWithin(0)).hasMessageContaining("needs a margin above 0");
        assertThatThrownBy(() -> Hypothesis.notHigherBy(0)).hasMessageContaining("needs a margin above 0");
        assertThatThrownBy(() -> Hypothesis.higher().withMargin(-1)).hasMessageContaining("from 0 up, not -1.0");
        assertThatThrownBy(() -> Hypothesis.higher().withMargin(Double.NaN)).hasMessageContaining("not NaN");
        assertThatThrownBy(() -> Hypothesis.higher().withLooks(List.of())).hasMessageContaining("at least 3 seeds");
        assertThatThrownBy(() -> Hypothesis.higher().withLooks(List.of(2, 4))).hasMessageContaining("at least 3 seeds");
        assertThatThrownBy(() -> Hypothesis.higher().withLooks(List.of(3, 3)))
                .hasMessageContaining("more seeds than the one before");
        assertThatThrownBy(
                        () -> new Hypothesis(new Design.TwoArms(), Relation.HIGHER, 0, "points", 0.5, Hypothesis.LOOKS))
                .hasMessageContaining("between 0 and 0.5");
    }
}
