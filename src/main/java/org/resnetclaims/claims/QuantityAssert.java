package org.resnetclaims.claims;

import org.assertj.core.api.AbstractAssert;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Quantity;

/** Assertions on a number that needs no training. */
public final class QuantityAssert extends AbstractAssert<QuantityAssert, Quantity> {

    QuantityAssert(Quantity actual) {
        super(actual, QuantityAssert.class);
    }

    /**
     * The number is the one that the paper prints, if it is rounded (half up) or truncated to as many decimals. The
     * paper does not say which of the two it has done.
     *
     * <pre><code class="java">
     * // passes: the paper prints 3.8
     * assertThat(experiment.measure("table1.resnet-50.multiply-adds", 3.86)).agreesWithPaper();
     * // fails
     * assertThat(experiment.measure("table1.resnet-50.multiply-adds", 3.9)).agreesWithPaper();
     * </code></pre>
     *
     * @throws IllegalArgumentException if the paper does not print the number
     */
    public QuantityAssert agreesWithPaper() {
        return agrees(Origin.PRINTED, "%1$s prints %2$s");
    }

    /**
     * The number is the one that was derived from what the paper describes but does not print, if it is rounded (half
     * up) or truncated to as many decimals. This checks our arithmetic against the description.
     *
     * <pre><code class="java">
     * // passes
     * assertThat(experiment.measure("table6.resnet-20.exact-parameters", 269_722)).agreesWithDescription();
     * // fails
     * assertThat(experiment.measure("table6.resnet-20.exact-parameters", 269_721)).agreesWithDescription();
     * </code></pre>
     *
     * @throws IllegalArgumentException if the paper prints the number
     */
    public QuantityAssert agreesWithDescription() {
        return agrees(Origin.DERIVED, "%2$s was derived from the description in %1$s");
    }

    private QuantityAssert agrees(Origin origin, String expectation) {
        isNotNull();
        if (actual.origin() != origin) {
            throw new IllegalArgumentException("%s is %s: assert that it agrees with the %s"
                    .formatted(actual.name(), actual.origin(), origin == Origin.PRINTED ? "description" : "paper"));
        }
        if (!actual.agrees()) {
            throw failure(
                    "%s is %s %s, but %s: neither rounded nor truncated is it that",
                    actual.name(),
                    Numerals.plain(actual.measured()),
                    actual.unit(),
                    expectation.formatted(actual.source(), actual.printed()));
        }
        return this;
    }
}
