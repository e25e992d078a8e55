package org.resnetclaims.claims;

import java.util.List;
import org.resnetclaims.statistics.Hypothesis;

/** The arms of a negative control, before it is known what will be asserted of them. */
record Control(String description, Arm first, Arm second) {

    /**
     * Far below that of a claim: a suite of ten controls at 5 % each would fail two builds of five by mere chance; at
     * 0.1 %, one of a hundred.
     */
    private static final double ERROR_RATE = 0.001;

    /**
     * The claim's own assertion on these arms, at its first look alone: a control that does its duty shows nothing and
     * would go on to the last look every time.
     */
    Comparison of(Comparison claim) {
        Hypothesis hypothesis = claim.hypothesis();
        return new Comparison(
                first,
                second,
                claim.metric(),
                new Hypothesis(
                        hypothesis.relation(),
                        hypothesis.margin(),
                        ERROR_RATE,
                        List.of(hypothesis.looks().get(0))));
    }
}
