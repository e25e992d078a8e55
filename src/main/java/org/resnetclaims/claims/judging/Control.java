package org.resnetclaims.claims.judging;

import java.util.List;
import org.resnetclaims.statistics.Hypothesis;

/** The arms of a negative control, before it is known what will be asserted of them. */
record Control(String description, List<ArmRuns> arms) {

    /**
     * How often chance may make the control of a claimed difference REPRODUCED. At the 5 % of the claims themselves,
     * with ten such controls, chance alone would fail two sessions of five.
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
     * Where a difference is claimed, the control compares arms that do not differ so: chance makes it REPRODUCED at its
     * error rate, so that rate is small, and there is one look only. Where a likeness is claimed, the control compares
     * arms that are far apart: chance hardly ever makes it REPRODUCED, so the rule of the claim serves it too.
     */
    private static Hypothesis hypothesis(Hypothesis claim) {
        return switch (claim.relation()) {
            case HIGHER, LOWER -> claim.atOneLook(claim.looks().get(0), ERROR_RATE);
            case NOT_HIGHER, EQUIVALENT -> claim;
        };
    }
}
