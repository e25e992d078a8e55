package org.resnetclaims.claims.judging;

import java.util.List;
import org.resnetclaims.statistics.Hypothesis;

/** The arms of a negative control, before it is known what will be asserted of them. */
record Control(String description, List<Arm> arms) {

    /**
     * Of a control that looks for a difference between arms that are alike, as an examination of shuffled labels would:
     * at 5 % each, ten of them would fail two sessions of five by mere chance.
     */
    private static final double ERROR_RATE = 0.001;

    Control {
        arms = List.copyOf(arms);
    }

    /** The claim's own assertion on these arms. */
    Comparison of(Comparison claim) {
        if (arms.size() != claim.arms().size()) {
            throw new IllegalStateException(
                    "The negative control has %d of the claim's %d arms: declare one like the claim"
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
     * The control of a difference is two arms that are alike. Chance makes it REPRODUCED at its error rate, so that
     * rate is small, and it has one look. The control of a likeness is two arms that are far apart. Chance hardly ever
     * makes that REPRODUCED, so it keeps the rule of its claim.
     */
    private static Hypothesis hypothesis(Hypothesis claim) {
        return switch (claim.relation()) {
            case HIGHER, LOWER ->
                new Hypothesis(
                        claim.relation(),
                        claim.margin(),
                        ERROR_RATE,
                        List.of(claim.looks().get(0)));
            case NOT_HIGHER, EQUIVALENT -> claim;
        };
    }
}
