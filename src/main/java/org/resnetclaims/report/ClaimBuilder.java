package org.resnetclaims.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ControlRecord;
import org.resnetclaims.evidence.Metric;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.evidence.Replications;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.report.ReportedClaim.ChartLink;
import org.resnetclaims.report.ReportedClaim.HypothesisInWords;
import org.resnetclaims.report.ReportedClaim.MeasuredValue;
import org.resnetclaims.report.ReportedClaim.NegativeControl;
import org.resnetclaims.report.ReportedClaim.PaperValue;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.ImageCheck;
import org.resnetclaims.statistics.Verdict;

/** Turns the record of a claim into what the report says of it. */
final class ClaimBuilder {

    private final SessionRecord session;
    private final Adjustments adjustments;
    private final Map<String, Replications> replications;

    /**
     * @param adjustments over all claims of the report
     * @param replications of the claims that have any
     */
    ClaimBuilder(SessionRecord session, Adjustments adjustments, List<Replications> replications) {
        this.session = session;
        this.adjustments = adjustments;
        this.replications = replications.stream()
                .collect(Collectors.toMap(Replications::claim, Function.identity(), (one, other) -> other));
    }

    ReportedClaim build(ClaimRecord record, List<ChartLink> charts) {
        Decision decision = record.decision();
        boolean decided = decision != null;
        Guards guards = Guards.of(record, session.controls());
        Standing standing = Standing.of(record.verdict(), !guards.failures().isEmpty());
        Boolean asExpected = asExpected(record, standing);
        List<MeasuredValue> measured = measured(record);
        return new ReportedClaim(
                record.id(),
                record.place(),
                record.source(),
                record.statement(),
                record.kind(),
                record.verdict(),
                standing,
                standing == Standing.UNTRUSTWORTHY,
                decided || record.verdict() != Verdict.NOT_TESTED,
                record.reason(),
                record.expected(),
                asExpected,
                warnings(record, guards, asExpected),
                record.metric() == null ? null : record.metric().toString(),
                hypothesis(record),
                paper(record),
                measured,
                furthest(measured),
                Arms.of(record.arms(), session.dataset()),
                decided ? decision.looks() : List.of(),
                decided ? decision.difference() : null,
                decided ? decision.interval() : null,
                decided ? decision.pValue() : null,
                adjustments.holm().get(record.id()),
                adjustments.fdr().get(record.id()),
                decided ? decision.effectSize() : null,
                decided ? decision.probabilityOfSuperiority() : null,
                decided ? decision.superiorityInterval() : null,
                decided ? decision.images() : null,
                decided ? speaksAbout(record) : null,
                replications.get(record.id()),
                decided ? decision.crossChecks() : null,
                guards.controls(),
                control(record.control()),
                charts,
                record.seconds());
    }

    private String speaksAbout(ClaimRecord record) {
        if (record.metric() == Metric.TRAINING_ERROR) {
            return "other seeds; the images are those that the networks were trained on";
        }
        ImageCheck images = record.decision().images();
        return images == null
                ? "other seeds on these %,d test images; whether other images would say the same is not known"
                        .formatted(session.dataset().testImages())
                : "other seeds and other images like these %,d test images".formatted(images.images());
    }

    private static Boolean asExpected(ClaimRecord record, Standing standing) {
        boolean cameOut = standing != Standing.UNTRUSTWORTHY && standing != Standing.NOT_TESTED;
        return record.expected() == null || !cameOut ? null : standing == Standing.REFUTED;
    }

    private static List<String> warnings(ClaimRecord record, Guards guards, Boolean asExpected) {
        List<String> warnings = new ArrayList<>(guards.failures());
        if (Boolean.FALSE.equals(asExpected)) {
            warnings.add(
                    "It was declared that this claim comes out REFUTED at this scale; it came out %s, so the declaration is out of date."
                            .formatted(record.verdict()));
        }
        warnings.addAll(Arms.warnings(record.arms()));
        return List.copyOf(warnings);
    }

    private static HypothesisInWords hypothesis(ClaimRecord record) {
        if (record.decision() == null) {
            return record.hypothesis() == null
                    ? null
                    : new HypothesisInWords(record.hypothesis(), null, null, null, null);
        }
        Hypothesis declared = record.decision().hypothesis();
        return new HypothesisInWords(
                record.hypothesis(), declared.relation(), declared.margin(), declared.errorRate(), declared.looks());
    }

    private static List<PaperValue> paper(ClaimRecord record) {
        List<PaperValue> values = record.quantities().stream()
                .filter(quantity -> quantity.paper() != null)
                .map(quantity -> new PaperValue(
                        quantity.name(), quantity.unit(), quantity.source(), quantity.origin(), quantity.paper()))
                .toList();
        return values.isEmpty() ? null : values;
    }

    private List<MeasuredValue> measured(ClaimRecord record) {
        if (record.quantities().isEmpty() && record.metric() != null) {
            Metric metric = record.metric();
            return record.arms().stream()
                    .filter(arm -> !arm.runs().isEmpty())
                    .map(arm -> new MeasuredValue(arm.name(), "% " + metric, null, null, mean(metric, arm), null, null))
                    .toList();
        }
        boolean sameConditions = record.arms().isEmpty() || isThePapers();
        return record.quantities().stream()
                .map(quantity -> new MeasuredValue(
                        quantity.name(),
                        quantity.unit(),
                        quantity.source(),
                        quantity.origin(),
                        quantity.measured(),
                        quantity.paper(),
                        sameConditions ? deviationPercent(quantity) : null))
                .toList();
    }

    /** The paper prints errors of CIFAR-10 at the size that this suite can train. */
    private boolean isThePapers() {
        return session.scale().equals("paper") && session.dataset().name().equals("cifar-10");
    }

    private static Double deviationPercent(Quantity quantity) {
        return quantity.paper() == null || quantity.paper() == 0
                ? null
                : 100 * (quantity.measured() - quantity.paper()) / Math.abs(quantity.paper());
    }

    private static double mean(Metric metric, ArmRecord arm) {
        return arm.runs().stream().mapToDouble(metric::of).average().orElseThrow();
    }

    private static MeasuredValue furthest(List<MeasuredValue> measured) {
        boolean printed = measured.stream().anyMatch(value -> value.origin() == Origin.PRINTED);
        return measured.stream()
                .filter(value -> printed ? value.origin() == Origin.PRINTED : value.paper() != null)
                .min(Comparator.comparingDouble(
                        value -> value.deviationPercent() == null ? 0 : -Math.abs(value.deviationPercent())))
                .orElse(null);
    }

    private NegativeControl control(ControlRecord control) {
        if (control == null) {
            return null;
        }
        Decision decision = control.decision();
        if (decision == null) {
            return new NegativeControl(
                    control.description(),
                    Verdict.NOT_TESTED,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    Arms.of(control.arms(), session.dataset()));
        }
        return new NegativeControl(
                control.description(),
                decision.verdict(),
                decision.reason(),
                decision.difference(),
                decision.interval(),
                decision.pValue(),
                decision.effectSize(),
                decision.probabilityOfSuperiority(),
                decision.looks(),
                Arms.of(control.arms(), session.dataset()));
    }
}
