package org.resnetclaims.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.training.EngineDescription;

/**
 * What {@code report.json} holds, component by component. Times are in seconds; a number that is missing or not finite
 * is null.
 *
 * @param headline what came out, in one sentence that keeps the kinds of claims apart
 * @param interim how far the session has come; null once it has ended
 * @param multiplicity null where no trained claim was decided
 * @param scale {@code quick}, {@code standard} or {@code paper}
 * @param backend {@code cpu} or {@code cuda}
 * @param started when the session began, as ISO-8601 text
 * @param busySeconds summed over the runs trained in this session, not over those taken from the archive
 * @param utilisation {@code busySeconds / (wallSeconds * parallelRuns)}: the share of the time in which the places for
 *     runs were in use; null where nothing was trained
 * @param seeds which draw of seeds the claims are judged on; 0 for that of the committed reference
 * @param changes since earlier sessions and since the committed reference
 * @param controls those that guard all trained claims at once
 * @param claims in the order of the paper
 * @param runTimes of every run that a claim or its control used, once however many of them share it
 */
record ReportDocument(
        String headline,
        @Nullable Interim interim,
        Counts counts,
        @Nullable Multiplicity multiplicity,
        String scale,
        String backend,
        EngineDescription engine,
        DatasetDescription dataset,
        String started,
        double wallSeconds,
        double busySeconds,
        int parallelRuns,
        @Nullable Double utilisation,
        long seeds,
        List<Changes> changes,
        List<ReportedClaim.Control> controls,
        SessionRecord.Environment environment,
        List<ReportedClaim> claims,
        List<RunTime> runTimes) {

    /** @param reused whether it was not trained in this session, since the archive had its outcome */
    record RunTime(String arm, long seed, boolean diverged, double seconds, boolean reused) {}

    long reusedRuns() {
        return runTimes.stream().filter(RunTime::reused).count();
    }

    /** What these took when they were trained, summed up. */
    double reusedSeconds() {
        return runTimes.stream()
                .filter(run -> run.reused() && Double.isFinite(run.seconds()))
                .mapToDouble(RunTime::seconds)
                .sum();
    }

    /** Such as {@code draw 0 of the seeds, which is that of the committed reference}. */
    String drawOfSeeds() {
        return "draw %d of the seeds, %s that of the committed reference"
                .formatted(seeds, seeds == 0 ? "which is" : "not");
    }

    /** The session's controls that came out as they must not. */
    List<ReportedClaim.Control> failedControls() {
        return controls.stream()
                .filter(control -> Boolean.FALSE.equals(control.held()))
                .toList();
    }
}
