package org.resnetclaims.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.data.Split;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ClaimState;
import org.resnetclaims.evidence.ControlRecord;
import org.resnetclaims.evidence.ObservableRecord;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.evidence.Replications;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.evidence.Standing;
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
        ClaimState.Judged judged = record.judged().orElse(null);
        Decision decision = judged == null ? null : judged.decision();
        Standing standing = session.standing(record);
        Boolean asExpected =
                record.expected() == null ? null : record.expected().isMetBy(standing.status());
        List<MeasuredValue> measured = measured(record);
        return new ReportedClaim(
                record.id(),
                record.place(),
                record.source(),
                record.statement(),
                record.kind(),
                record.verdict(),
                standing.status(),
                decision != null || record.verdict() != Verdict.NOT_TESTED,
                record.reason(),
                record.expected(),
                asExpected,
                warnings(record, standing, asExpected),
                record.observable().map(ObservableRecord::name).orElse(null),
                record.observable().map(ObservableRecord::unit).orElse(null),
                record.observable().map(ObservableRecord::unitOfDifferences).orElse(null),
                record.hypothesis().map(words -> hypothesis(words, decision)).orElse(null),
                paper(record),
                measured,
                furthest(measured),
                mismatch(record),
                Arms.of(record.arms(), session.dataset()),
                decision == null ? List.of() : decision.looks(),
                decision == null ? null : decision.difference(),
                decision == null ? null : decision.interval(),
                decision == null ? null : decision.pValue(),
                adjustments.holm().get(record.id()),
                adjustments.fdr().get(record.id()),
                decision == null ? null : decision.effectSize(),
                decision == null ? null : decision.probabilityOfSuperiority(),
                decision == null ? null : decision.superiorityInterval(),
                decision == null ? null : decision.images(),
                judged == null ? null : speaksAbout(judged),
                replications.get(record.id()),
                decision == null ? null : decision.crossChecks(),
                Guards.of(record, session.controls()),
                judged == null || judged.control() == null ? null : control(judged.control()),
                charts,
                DataFiles.of(record),
                Command.of(record.id(), session),
                file(record.test()),
                record.test().replaceFirst(".*\\.", ""),
                record.seconds());
    }

    /** Of a class within another, that of the other. */
    private static String file(String test) {
        int method = test.lastIndexOf('.');
        return method < 0
                ? ""
                : "reproductions/%s.java"
                        .formatted(test.substring(0, method)
                                .replaceFirst("\\$.*", "")
                                .replace('.', '/'));
    }

    private String speaksAbout(ClaimState.Judged judged) {
        if (judged.observable().isErrorOn(Split.TRAINING)) {
            return "other seeds; the images are those that the networks were trained on";
        }
        if (!judged.observable().isErrorOn(Split.TEST)) {
            return "other seeds";
        }
        ImageCheck images = judged.decision().images();
        return images == null
                ? "other seeds on these %,d test images; whether other images would say the same is not known"
                        .formatted(session.dataset().testImages())
                : "other seeds and other images like these %,d test images".formatted(images.images());
    }

    private static List<String> warnings(ClaimRecord record, Standing standing, @Nullable Boolean asExpected) {
        List<String> warnings = new ArrayList<>(standing.doubts());
        if (Boolean.FALSE.equals(asExpected)) {
            warnings.add(
                    "It was declared that this claim comes out REFUTED at this scale; it came out %s, so the declaration is out of date."
                            .formatted(record.verdict()));
        }
        warnings.addAll(Arms.warnings(record.arms()));
        return List.copyOf(warnings);
    }

    private static HypothesisInWords hypothesis(String words, @Nullable Decision decision) {
        if (decision == null) {
            return new HypothesisInWords(words, null, null, null, null, null);
        }
        Hypothesis declared = decision.hypothesis();
        return new HypothesisInWords(
                words,
                declared.design(),
                declared.relation(),
                declared.margin(),
                declared.errorRate(),
                declared.looks());
    }

    private static @Nullable List<PaperValue> paper(ClaimRecord record) {
        List<PaperValue> values = new ArrayList<>();
        for (Quantity quantity : record.quantities()) {
            Double paper = quantity.paper();
            if (paper != null) {
                values.add(
                        new PaperValue(quantity.name(), quantity.unit(), quantity.source(), quantity.origin(), paper));
            }
        }
        return values.isEmpty() ? null : List.copyOf(values);
    }

    private static List<MeasuredValue> measured(ClaimRecord record) {
        if (record.quantities().isEmpty() && record.observable().isPresent()) {
            ObservableRecord observable = record.observable().get();
            String unit = (observable.unit() + " " + observable.name()).strip();
            return record.arms().stream()
                    .filter(arm -> !arm.numbers().isEmpty())
                    .map(arm -> new MeasuredValue(
                            arm.name(),
                            unit,
                            null,
                            null,
                            Arrays.stream(arm.values()).average().orElseThrow(),
                            null,
                            null,
                            null,
                            null,
                            null))
                    .toList();
        }
        return record.quantities().stream()
                .map(quantity -> new MeasuredValue(
                        quantity.name(),
                        quantity.unit(),
                        quantity.source(),
                        quantity.origin(),
                        quantity.measured(),
                        quantity.paper(),
                        quantity.printed(),
                        quantity.deviationPercent(),
                        quantity.deviationInLastDigits(),
                        quantity.printed() == null || quantity.mismatch() != null ? null : quantity.agrees()))
                .toList();
    }

    /** The first of its numbers that is not comparable speaks for all, since their networks were trained alike. */
    private static @Nullable String mismatch(ClaimRecord record) {
        return record.quantities().stream()
                .flatMap(quantity -> Stream.ofNullable(quantity.mismatch()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable MeasuredValue furthest(List<MeasuredValue> measured) {
        boolean printed = measured.stream().anyMatch(value -> value.origin() == Origin.PRINTED);
        return measured.stream()
                .filter(value -> printed ? value.origin() == Origin.PRINTED : value.paper() != null)
                .min(Comparator.comparingDouble(
                        value -> value.deviationPercent() == null ? 0 : -Math.abs(value.deviationPercent())))
                .orElse(null);
    }

    private NegativeControl control(ControlRecord control) {
        Decision decision = control.decision();
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
