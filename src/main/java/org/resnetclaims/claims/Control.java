package org.resnetclaims.claims;

import java.util.List;
import org.resnetclaims.statistics.Hypothesis;

/** The arms of a negative control, before it is known what will be asserted of them. */
record Control(String description, List<Arm> arms) {

    /**
     * Far below that of a claim: a suite of ten controls at 5 % each would fail two builds of five by mere chance; at
     * 0.1 %, one of a hundred.
     */
    private static final double ERROR_RATE = 0.001;

    Control {
        arms = List.copyOf(arms);
    }

    /** The claim's own assertion on these arms. */
    Comparison of(Comparison claim) {
        if (arms.size() != claim.arms().size()) {
            throw new IllegalStateException("The negative control has %d of the claim's %d arms: declare one like the claim"
                    .formatted(arms.size(), claim.arms().size()));
        }
        Comparison controlled = claim.on(arms, hypothesis(claim.hypothesis()));
        if (arms.stream().allMatch(arm -> claim.arms().stream().anyMatch(arm::sharesRunsWith))) {
            throw new IllegalStateException(
                    "The negative control has the claim's own arms, where the cause is present: declare others");
        }
        return controlled;
    }

    /**
     * Without the cause of a difference the arms are alike: that lies on the bound of a claim of a difference, where
     * chance gets its error rate, and no number of further looks would end it. Without the cause of a likeness they are
     * far apart, where chance gets next to nothing; there the claim's own rule is needed, since a stricter one could
     * never find a likeness in a few runs.
     */
    private static Hypothesis hypothesis(Hypothesis claim) {
        return switch (claim.relation()) {
            case HIGHER, LOWER -> new Hypothesis(
                    claim.relation(), claim.margin(), ERROR_RATE, List.of(claim.looks().get(0)));
            case NOT_HIGHER, EQUIVALENT -> claim;
        };
    }
}
