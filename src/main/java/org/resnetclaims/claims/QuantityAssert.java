package org.resnetclaims.claims;

import org.assertj.core.api.AbstractAssert;
import org.resnetclaims.evidence.Quantity;

/** Assertions on a number that the paper prints. */
public final class QuantityAssert extends AbstractAssert<QuantityAssert, Quantity> {

    QuantityAssert(Quantity actual) {
        super(actual, QuantityAssert.class);
    }

    /**
     * The number differs from the paper's by less than one unit of the last digit printed there, since the paper does not
     * say whether it rounds or truncates. A whole number must agree exactly, unless ours has decimals.
     *
     * <pre><code class="java">
     * // passes: the paper prints 3.8
     * assertThat(experiment.measure("table1.resnet-50.multiply-adds", 3.86)).agreesWithPaper();
     * // fails
     * assertThat(experiment.measure("table1.resnet-50.multiply-adds", 4.1)).agreesWithPaper();
     * </code></pre>
     */
    public QuantityAssert agreesWithPaper() {
        isNotNull();
        if (!agrees(actual)) {
            throw failure(
                    "%s is %s %s, but %s prints %s: that is not within %s",
                    actual.name(),
                    Numerals.plain(actual.measured()),
                    actual.unit(),
                    actual.source(),
                    Numerals.plain(actual.paper()),
                    Numerals.plain(Numerals.lastDigit(actual.paper())));
        }
        return this;
    }

    static boolean agrees(Quantity quantity) {
        return Math.abs(quantity.measured() - quantity.paper()) < Numerals.lastDigit(quantity.paper());
    }
}
