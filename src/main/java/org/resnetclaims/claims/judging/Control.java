package org.resnetclaims.claims.judging;

import java.util.List;
import org.resnetclaims.statistics.Hypothesis;

/**
 * A negative control, before it is known what will be asserted of it.
 *
 * @param instead of the observables of the claim, those by which these arms are judged; none where by the same
 */
record Control(String description, List<ArmRuns> arms, List<Observable> instead) {

    /**
     * How often chance may make the control of a claimed difference REPRODUCED. At the 5 % of the claims themselves,
     * with ten such controls, chance alone would fail two sessions of five.
     */
    private static final double ERROR_RATE = 0.001;

    /**
     * How many seeds such a control has where nothing has to be trained for it. In nine cases of ten they show a
     * difference of 2.7 standard deviations between two arms; three seeds would need one of 9.
     */
    private static final int SEEDS_BEFORE_TRAINING = 8;

    Control {
        arms = List.copyOf(arms);
        instead = List.copyOf(instead);
    }

    /** The claim's own assertion on these arms. */
    Comparison of(Comparison claim) {
        if (arms.size() != claim.arms().size()) {
            throw new IllegalStateException(
                    "The negative control has %d of the claim's %d arms: declare one like the claim"
                            .formatted(arms.size(), claim.arms().size()));
        }
        Comparison controlled = claim.on(arms, instead);
        if (instead.isEmpty()
                && arms.stream().allMatch(arm -> claim.arms().stream().anyMatch(arm::sharesRunsWith))) {
            throw new IllegalStateException(
                    "The negative control has the claim's own arms, where the cause is present: declare others");
        }
        return controlled.under(hypothesis(
                claim.hypothesis(),
                controlled.observable().needsTraining()
                        ? claim.hypothesis().looks().get(0)
                        : SEEDS_BEFORE_TRAINING));
    }

    /**
     * Where a difference is claimed, the control compares arms that do not differ so: chance makes it REPRODUCED at its
     * error rate, so that rate is small, and there is one look only. Where a likeness is claimed, the control compares
     * arms that are far apart: chance hardly ever makes it REPRODUCED, so the rule of the claim serves it too.
     */
    private static Hypothesis hypothesis(Hypothesis claim, int seeds) {
        return switch (claim.relation()) {
            case HIGHER, LOWER -> claim.atOneLook(seeds, ERROR_RATE);
            case NOT_HIGHER, EQUIVALENT -> claim;
        };
    }
}
