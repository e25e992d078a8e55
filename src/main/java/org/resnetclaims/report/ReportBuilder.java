package org.resnetclaims.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ControlRecord;
import org.resnetclaims.evidence.Metric;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.report.ReportDocument.Arm;
import org.resnetclaims.report.ReportDocument.ChartLink;
import org.resnetclaims.report.ReportDocument.Claim;
import org.resnetclaims.report.ReportDocument.Errors;
import org.resnetclaims.report.ReportDocument.HypothesisInWords;
import org.resnetclaims.report.ReportDocument.MeasuredValue;
import org.resnetclaims.report.ReportDocument.NegativeControl;
import org.resnetclaims.report.ReportDocument.PaperValue;
import org.resnetclaims.report.ReportDocument.RunTime;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Holm;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.RunOutcome;

/** Turns records into what the report says. */
final class ReportBuilder {

    private ReportBuilder() {}

    /** @param charts of each claim, by its id */
    static ReportDocument build(SessionRecord session, List<ClaimRecord> records, Map<String, List<ChartLink>> charts) {
        List<Double> adjusted = adjustedPValues(records);
        List<Claim> claims = IntStream.range(0, records.size())
                .mapToObj(i -> {
                    ClaimRecord record = records.get(i);
                    boolean sameConditions = record.arms().isEmpty() || isThePapers(session);
                    return claim(record, sameConditions, adjusted.get(i), charts.getOrDefault(record.id(), List.of()));
                })
                .toList();
        double capacity = session.wallSeconds() * session.parallelRuns();
        return new ReportDocument(
                session.scale(),
                session.engine().backend(),
                session.engine(),
                session.dataset(),
                session.started().toString(),
                session.wallSeconds(),
                session.busySeconds(),
                session.parallelRuns(),
                session.busySeconds() > 0 ? session.busySeconds() / capacity : null,
                session.environment(),
                claims,
                runTimes(session, records));
    }

    private static Claim claim(
            ClaimRecord record, boolean sameConditions, Double adjustedPValue, List<ChartLink> charts) {
        Decision decision = record.decision();
        boolean decided = decision != null;
        return new Claim(
                record.id(),
                record.place(),
                record.source(),
                record.statement(),
                record.verdict(),
                record.control() != null && verdict(record.control()) == Verdict.REPRODUCED,
                record.reason(),
                record.metric() == null ? null : record.metric().toString(),
                hypothesis(record),
                paper(record),
                measured(record, sameConditions),
                arms(record.arms()),
                decided ? decision.looks() : List.of(),
                decided ? decision.difference() : null,
                decided ? decision.interval() : null,
                decided ? decision.pValue() : null,
                adjustedPValue,
                decided ? decision.effectSize() : null,
                decided ? decision.probabilityOfSuperiority() : null,
                decided ? decision.superiorityInterval() : null,
                decided ? decision.crossChecks() : null,
                control(record.control()),
                charts,
                record.seconds());
    }

    /** Null for a claim without a p-value. */
    private static List<Double> adjustedPValues(List<ClaimRecord> records) {
        int[] statistical = IntStream.range(0, records.size())
                .filter(i -> records.get(i).decision() != null
                        && Double.isFinite(records.get(i).decision().pValue()))
                .toArray();
        double[] adjusted = Holm.adjust(IntStream.of(statistical)
                .mapToDouble(i -> records.get(i).decision().pValue())
                .toArray());
        Double[] byClaim = new Double[records.size()];
        for (int i = 0; i < statistical.length; i++) {
            byClaim[statistical[i]] = adjusted[i];
        }
        return Arrays.asList(byClaim);
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
                        quantity.name(), quantity.unit(), quantity.source(), quantity.origin().toString(), quantity.paper()))
                .toList();
        return values.isEmpty() ? null : values;
    }

    /** The paper prints errors of CIFAR-10 at the size that this suite can train. */
    private static boolean isThePapers(SessionRecord session) {
        return session.scale().equals("paper") && session.dataset().name().equals("cifar-10");
    }

    private static List<MeasuredValue> measured(ClaimRecord record, boolean sameConditions) {
        if (record.quantities().isEmpty() && record.metric() != null) {
            Metric metric = record.metric();
            return record.arms().stream()
                    .filter(arm -> !arm.runs().isEmpty())
                    .map(arm -> new MeasuredValue(
                            arm.name(), "% " + metric, null, null, mean(metric, arm), null, null))
                    .toList();
        }
        return record.quantities().stream()
                .map(quantity -> new MeasuredValue(
                        quantity.name(),
                        quantity.unit(),
                        quantity.source(),
                        quantity.origin() == null ? null : quantity.origin().toString(),
                        quantity.measured(),
                        quantity.paper(),
                        sameConditions ? deviationPercent(quantity) : null))
                .toList();
    }

    private static Double deviationPercent(Quantity quantity) {
        return quantity.paper() == null || quantity.paper() == 0
                ? null
                : 100 * (quantity.measured() - quantity.paper()) / Math.abs(quantity.paper());
    }

    private static double mean(Metric metric, ArmRecord arm) {
        return arm.runs().stream().mapToDouble(metric::of).average().orElseThrow();
    }

    private static List<Arm> arms(List<ArmRecord> arms) {
        return arms.stream().map(ReportBuilder::arm).toList();
    }

    private static Arm arm(ArmRecord arm) {
        List<RunOutcome> runs = arm.runs();
        return new Arm(
                arm.name(),
                runs.stream().map(RunOutcome::seed).toList(),
                new Errors(
                        runs.stream().map(RunOutcome::trainingError).toList(),
                        runs.stream().map(RunOutcome::testError).toList()),
                runs.stream().map(RunOutcome::diverged).toList(),
                runs.stream().map(RunOutcome::seconds).toList());
    }

    private static NegativeControl control(ControlRecord control) {
        if (control == null) {
            return null;
        }
        Decision decision = control.decision();
        if (decision == null) {
            return new NegativeControl(
                    control.description(), Verdict.NOT_TESTED, null, null, null, null, null, null, List.of(),
                    arms(control.arms()));
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
                arms(control.arms()));
    }

    private static List<RunTime> runTimes(SessionRecord session, List<ClaimRecord> records) {
        Set<String> reused = Set.copyOf(session.reusedRuns());
        Map<String, RunTime> byIdentity = new LinkedHashMap<>();
        records.stream()
                .flatMap(record -> Stream.concat(
                        record.arms().stream(),
                        record.control() == null ? Stream.empty() : record.control().arms().stream()))
                .forEach(arm -> arm.runs().forEach(run -> byIdentity.putIfAbsent(
                        run.run(),
                        new RunTime(
                                arm.name(), run.seed(), run.diverged(), run.seconds(), reused.contains(run.run())))));
        return List.copyOf(byIdentity.values());
    }

    private static Verdict verdict(ControlRecord control) {
        return control.decision() == null ? Verdict.NOT_TESTED : control.decision().verdict();
    }
}
