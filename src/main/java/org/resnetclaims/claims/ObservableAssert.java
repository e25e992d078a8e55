package org.resnetclaims.claims;

import org.assertj.core.api.AbstractAssert;
import org.opentest4j.TestAbortedException;
import org.resnetclaims.claims.judging.Comparison;
import org.resnetclaims.claims.judging.Judgement;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.statistics.Hypothesis;

/**
 * Statistical assertions on an observable of an arm, such as its training error. Each trains as many seeds as the
 * decision needs, judges the claim and its negative control, and then returns if the claim is reproduced, throws an
 * {@link AssertionError} with the numbers if it is refuted, and a {@link TestAbortedException} with the numbers if the
 * evidence does not suffice (or an {@link AssertionError}, in strict mode).
 *
 * <p>A claim makes one such assertion, and declares a control of its own, where it has one, before it.
 */
public final class ObservableAssert extends AbstractAssert<ObservableAssert, Arm> {

    private final Observable observable;

    ObservableAssert(Arm actual, Observable observable) {
        super(actual, ObservableAssert.class);
        this.observable = observable;
    }

    /**
     * The mean of this arm is higher than that of the other; how much higher does not matter.
     *
     * <pre><code class="java">
     * // passes where plain-56 ends at 35, 43 and 63 % and plain-20 at 14.1, 13.5 and 15.1 %
     * assertThat(plain56).trainingError().isHigherThan(plain20);
     * // fails on the same errors
     * assertThat(plain20).trainingError().isHigherThan(plain56);
     * </code></pre>
     */
    public void isHigherThan(Arm other) {
        decide(other, Hypothesis.higher());
    }

    /**
     * The mean of this arm is lower than that of the other; how much lower does not matter.
     *
     * <pre><code class="java">
     * // passes where ResNet-56 ends at 9.2, 8.0 and 10.8 % and plain-56 at 35, 43 and 63 %
     * assertThat(resNet56).trainingError().isLowerThan(plain56);
     * // fails on the same errors
     * assertThat(plain56).trainingError().isLowerThan(resNet56);
     * </code></pre>
     */
    public void isLowerThan(Arm other) {
        decide(other, Hypothesis.lower());
    }

    /**
     * The mean of this arm is lower than that of the other, or higher by less than a margin.
     *
     * <pre><code class="java">
     * // passes where ResNet-56 ends at 8 to 11 % and ResNet-20 at 6.6 to 7 %, in eight runs each and none failed
     * assertThat(resNet56).trainingError().isNotHigherThan(resNet20, 10);
     * // fails where plain-56 ends at 35, 43 and 63 % and plain-20 at 14.1, 13.5 and 15.1 %
     * assertThat(plain56).trainingError().isNotHigherThan(plain20, 10);
     * </code></pre>
     *
     * @param byMoreThan the margin: in points where the numbers are in percent, otherwise in their unit
     */
    public void isNotHigherThan(Arm other, double byMoreThan) {
        decide(other, Hypothesis.notHigherBy(byMoreThan));
    }

    /**
     * The mean of this arm differs from that of the other by less than a margin, to either side.
     *
     * <pre><code class="java">
     * // passes where options A, B and C end at 7.0 to 7.4 % in eight runs each and none failed
     * assertThat(optionA).testError().isEquivalentTo(optionB, 1);
     * // fails where plain-56 ends at 35, 43 and 63 % and plain-20 at 14.1, 13.5 and 15.1 %
     * assertThat(plain56).testError().isEquivalentTo(plain20, 1);
     * </code></pre>
     *
     * @param within the margin: in points where the numbers are in percent, otherwise in their unit
     */
    public void isEquivalentTo(Arm other, double within) {
        decide(other, Hypothesis.equivalentWithin(within));
    }

    /**
     * The mean of this arm is above a number.
     *
     * <pre><code class="java">
     * // passes where plain-110 ends at 89, 88 and 90 %
     * assertThat(plain110).testError().isAbove(60, "the paper says that it ends above 60 %");
     * </code></pre>
     *
     * @param bound in the unit of the numbers
     * @param reason why it is this number; the report shows it with the hypothesis
     */
    public void isAbove(double bound, String reason) {
        decide(bound, Hypothesis.higher(), reason);
    }

    /**
     * The mean of this arm is below a number.
     *
     * @param bound in the unit of the numbers
     * @param reason why it is this number; the report shows it with the hypothesis
     */
    public void isBelow(double bound, String reason) {
        decide(bound, Hypothesis.lower(), reason);
    }

    /**
     * The mean of this arm differs from a number by less than a margin, to either side.
     *
     * <pre><code class="java">
     * // passes where the norms of gradients grow by 0.17 to 0.18 from layer to layer, in eight networks
     * assertThat(plain56).on(slope).isCloseTo(0.19, 0.05, "the theory has 1.21 per layer, whose logarithm is 0.19");
     * </code></pre>
     *
     * @param number in the unit of the numbers
     * @param within the margin, in that unit; in points where it is percent
     * @param reason why it is this number and this margin; the report shows it with the hypothesis
     */
    public void isCloseTo(double number, double within, String reason) {
        decide(number, Hypothesis.equivalentWithin(within), reason);
    }

    /**
     * Measured in this way, the same networks have a lower mean than in another: judged by the difference that each of
     * them shows. Both numbers come from examinations.
     *
     * <pre><code class="java">
     * // passes where three networks err on 8.4, 9.0 and 8.1 % of the images by ten crops, and on 9.0, 9.5 and 8.6 % by one
     * assertThat(resNet56).on(errorOfTenCrops).isLowerThan(errorOfOneView);
     * </code></pre>
     */
    public void isLowerThan(Observable other) {
        decide(other, Hypothesis.lower());
    }

    /**
     * Measured in this way, the same networks have a higher mean than in another; see {@link #isLowerThan(Observable)}.
     */
    public void isHigherThan(Observable other) {
        decide(other, Hypothesis.higher());
    }

    /**
     * The mean of this arm differs from a number of the paper by less than a margin. The claim is NOT_TESTED unless the
     * scale is that of the paper and the data are those on which the paper has measured the number.
     *
     * <pre><code class="java">
     * // passes where the runs end around 7 %: the paper prints 6.97
     * assertThat(resNet56).testError().agreesWithPaper("table6.resnet-56.test-error", 0.62, "95 of 100 reproductions would lie that near");
     * </code></pre>
     *
     * @param number as in {@code paper-numbers.json}
     * @param margin in points where the numbers are in percent, otherwise in their unit
     * @param reason why the margin is what it is; the report shows it with the hypothesis
     */
    public void agreesWithPaper(String number, double margin, String reason) {
        isNotNull();
        follow(actual.experiment().judgeAgreement(actual, number, observable, margin, reason));
    }

    /**
     * The mean of this arm is below a number of the paper, such as one of another network on the same data. Where the
     * claim is NOT_TESTED, see {@link #agreesWithPaper}.
     *
     * <pre><code class="java">
     * // passes where the runs end around 6.6 %: the paper prints 7.54 for the better Highway network
     * assertThat(resNet110).testError().isBelowPaper("table6.highway-19.test-error", "what the table has of Highway networks");
     * </code></pre>
     *
     * @param number as in {@code paper-numbers.json}
     * @param reason why it is this number; the report shows it with the hypothesis
     */
    public void isBelowPaper(String number, String reason) {
        isNotNull();
        follow(actual.experiment().judgeBelow(actual, number, observable, reason));
    }

    private void decide(Arm other, Hypothesis hypothesis) {
        isNotNull();
        decide(Comparison.of(actual.runs(), other.runs(), observable, hypothesis));
    }

    private void decide(Observable other, Hypothesis hypothesis) {
        isNotNull();
        decide(Comparison.ofPairs(actual.runs(), observable, other, hypothesis));
    }

    private void decide(double bound, Hypothesis hypothesis, String reason) {
        isNotNull();
        decide(Comparison.of(actual.runs(), bound, observable, hypothesis, reason));
    }

    private void decide(Comparison claimed) {
        follow(actual.experiment().judge(actual, claimed));
    }

    private void follow(Judgement judgement) {
        Consequences.follow(judgement, message -> failure("%s", message));
    }
}
