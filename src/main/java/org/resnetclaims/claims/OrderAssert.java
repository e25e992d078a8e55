package org.resnetclaims.claims;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.resnetclaims.claims.judging.Comparison;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.statistics.Hypothesis;

/**
 * Statistical assertions on how the mean of a number changes along several arms, in one verdict: by how much the
 * straight line of least squares through the means rises from the first arm to the last. That the means rise from each
 * arm to the next is more than this says. What becomes of the test is as for {@link ObservableAssert}.
 */
public final class OrderAssert extends AbstractAssert<OrderAssert, List<Arm>> {

    private final Observable observable;

    OrderAssert(List<Arm> actual, Observable observable) {
        super(actual, OrderAssert.class);
        this.observable = observable;
    }

    /**
     * The mean rises along the arms; how far does not matter.
     *
     * <pre><code class="java">
     * // passes where they end at about 0, 5, 27 and 53 %
     * assertThat(plain20, plain32, plain44, plain56).trainingError().rises();
     * </code></pre>
     */
    public void rises() {
        decide(Hypothesis.higher());
    }

    /** The mean falls along the arms; how far does not matter. */
    public void falls() {
        decide(Hypothesis.lower());
    }

    /**
     * The mean falls along the arms, or rises from the first to the last by less than a margin.
     *
     * @param margin in points where the numbers are in percent, otherwise in their unit
     */
    public void risesByLessThan(double margin) {
        decide(Hypothesis.notHigherBy(margin));
    }

    private void decide(Hypothesis hypothesis) {
        Arm first = actual.get(0);
        Comparison claimed = Comparison.inOrder(actual.stream().map(Arm::runs).toList(), observable, hypothesis);
        Consequences.follow(first.experiment().judge(first, claimed), message -> failure("%s", message));
    }
}
