package org.resnetclaims.agreement;

import java.util.List;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ObservableRecord;
import org.resnetclaims.evidence.Observed;
import org.resnetclaims.statistics.Equivalence;

/**
 * One error of all runs of an arm on two engines. Runs of one seed begin with the same weights and see the same images
 * on both, so that chance drives their means apart by less than the test allows for, which takes them for independent.
 *
 * @param first the error of each run on the first engine; none where it has no such arm
 * @param second likewise
 */
record ArmAgreement(String arm, String error, List<Observed> first, List<Observed> second, Equivalence equivalence) {

    ArmAgreement {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /** @param data that both are trained on */
    static ArmAgreement of(Margin margin, ArmRecord first, ArmRecord second, DatasetDescription data) {
        ArmRecord firstErrors = judgedBy(margin.error(), first);
        ArmRecord secondErrors = judgedBy(margin.error(), second);
        return new ArmAgreement(
                first.name(),
                margin.error().name(),
                firstErrors.numbers(),
                secondErrors.numbers(),
                Equivalence.of(
                        margin.points(),
                        margin.error().observations(firstErrors, data),
                        margin.error().observations(secondErrors, data)));
    }

    private static ArmRecord judgedBy(ObservableRecord error, ArmRecord arm) {
        List<Observed> errors = arm.runs().stream()
                .map(run -> new Observed(run.seed(), error.source().of(run).orElseThrow()))
                .toList();
        return arm.with(arm.runs(), errors);
    }
}
