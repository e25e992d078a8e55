package org.resnetclaims.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Quantity;

/** Chooses the charts of a claim. */
final class Illustrations {

    private Illustrations() {}

    /**
     * In the order in which they are shown; empty if nothing was measured. Names begin with the id of the claim, then
     * an underscore, which no id has.
     */
    static List<Illustration> of(ClaimRecord claim) {
        List<Illustration> illustrations = new ArrayList<>();
        if (TrainingCurves.canShow(claim.arms())) {
            illustrations.add(new Illustration(
                    claim.id(), TrainingCurves.HOW_TO_READ, TrainingCurves.draw(claim.source(), claim.arms())));
        }
        claim.observable()
                .filter(any -> RunNumbers.canShow(claim.arms()))
                .map(observable -> new Illustration(
                        claim.id() + "_runs",
                        RunNumbers.howToRead(observable),
                        RunNumbers.draw(claim.source(), observable, claim.arms())))
                .ifPresent(illustrations::add);
        if (claim.arms().isEmpty()) {
            illustrations.addAll(comparisons(claim));
        }
        return illustrations;
    }

    /** Numbers of different units do not share an axis. */
    private static List<Illustration> comparisons(ClaimRecord claim) {
        List<Illustration> comparisons = new ArrayList<>();
        byUnit(claim).forEach((unit, quantities) -> {
            if (Comparison.canShow(quantities)) {
                String name = comparisons.isEmpty() ? claim.id() : claim.id() + "_unit-" + (comparisons.size() + 1);
                comparisons.add(new Illustration(
                        name, Comparison.howToRead(quantities), Comparison.draw(claim.source(), unit, quantities)));
            }
        });
        return comparisons;
    }

    private static Map<String, List<Quantity>> byUnit(ClaimRecord claim) {
        Map<String, List<Quantity>> byUnit = new LinkedHashMap<>();
        for (Quantity quantity : claim.quantities()) {
            byUnit.computeIfAbsent(quantity.unit(), any -> new ArrayList<>()).add(quantity);
        }
        return byUnit;
    }
}
