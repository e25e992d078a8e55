package org.resnetclaims.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Replications;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.report.ReportDocument.RunTime;
import org.resnetclaims.report.ReportedClaim.ChartLink;

/** Turns records into what the report says. */
final class ReportBuilder {

    private ReportBuilder() {}

    /**
     * @param charts of each claim, by its id
     * @param changes since earlier sessions
     * @param interim null once the session has ended
     */
    static ReportDocument build(
            SessionRecord session,
            List<ClaimRecord> records,
            List<Replications> replications,
            Map<String, List<ChartLink>> charts,
            List<Changes> changes,
            @Nullable Interim interim) {
        ClaimBuilder builder = new ClaimBuilder(session, Adjustments.of(records), replications);
        List<ReportedClaim> claims = records.stream()
                .map(record -> builder.build(record, charts.getOrDefault(record.id(), List.of())))
                .toList();
        Counts counts = Counts.of(claims, records);
        Multiplicity multiplicity = Multiplicity.of(claims);
        double capacity = session.wallSeconds() * session.parallelRuns();
        return new ReportDocument(
                Headline.of(claims, counts, multiplicity),
                interim,
                counts,
                multiplicity,
                session.scale(),
                session.engine().backend(),
                session.engine(),
                session.dataset(),
                session.started().toString(),
                session.wallSeconds(),
                session.busySeconds(),
                session.parallelRuns(),
                session.busySeconds() > 0 ? session.busySeconds() / capacity : null,
                session.seeds(),
                changes,
                session.controls().stream().map(Guards::shared).toList(),
                session.environment(),
                claims,
                runTimes(session, records));
    }

    private static List<RunTime> runTimes(SessionRecord session, List<ClaimRecord> records) {
        Set<String> reused = Set.copyOf(session.reusedRuns());
        Map<String, RunTime> byIdentity = new LinkedHashMap<>();
        Stream<ArmRecord> ofClaims = records.stream().flatMap(record -> record.arms().stream());
        Stream<ArmRecord> ofControls = Stream.concat(
                        records.stream()
                                .flatMap(record -> record.judged().stream())
                                .flatMap(judged -> Stream.ofNullable(judged.control())),
                        session.controls().stream().flatMap(control -> Stream.ofNullable(control.runs())))
                .flatMap(control -> control.arms().stream());
        Stream.concat(ofClaims, ofControls).forEach(arm -> arm.runs()
                .forEach(run -> byIdentity.putIfAbsent(
                        run.run(),
                        new RunTime(
                                arm.name(), run.seed(), run.diverged(), run.seconds(), reused.contains(run.run())))));
        return List.copyOf(byIdentity.values());
    }
}
