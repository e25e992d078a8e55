package org.resnetclaims.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.statistics.CrossChecks;
import org.resnetclaims.statistics.Hypothesis.Relation;
import org.resnetclaims.statistics.Interval;
import org.resnetclaims.statistics.Look;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.Engine;

/**
 * What {@code report.json} holds, component by component. Errors are in %, times in seconds; a number that is missing or
 * not finite is null.
 *
 * @param scale        {@code quick}, {@code standard} or {@code paper}
 * @param backend      {@code cpu} or {@code cuda}
 * @param started      when the session began, as ISO-8601 text
 * @param busySeconds  summed over the runs trained in this session, not over those taken from the archive
 * @param utilisation  {@code busySeconds / (wallSeconds * parallelRuns)}: the share of the time in which the places for
 *                     runs were in use; null where nothing was trained
 * @param claims       in the order of the paper
 * @param runTimes     of every run that a claim or its control used, once however many of them share it
 */
record ReportDocument(
        String scale,
        String backend,
        Engine engine,
        DatasetDescription dataset,
        String started,
        double wallSeconds,
        double busySeconds,
        int parallelRuns,
        Double utilisation,
        SessionRecord.Environment environment,
        List<Claim> claims,
        List<RunTime> runTimes) {

    /**
     * @param untrustworthy            whether the negative control came out REPRODUCED, so that the verdict says nothing
     * @param metric                   {@code training error} or {@code test error}; null for an exact claim
     * @param hypothesis               fixed before the result; null for an exact claim
     * @param paper                    the numbers that the paper prints, or that follow from its description; null if none
     * @param measured                 ours: the quantities beside those of the paper, or the mean of each arm
     * @param difference               mean of the first arm less mean of the second, in points
     * @param interval                 of the difference
     * @param pValue                   one-sided, of the claim, over all looks
     * @param adjustedPValue           by Holm, over all statistical claims of this report
     * @param effectSize               Hedges' g
     * @param probabilityOfSuperiority that a run of the first arm has a higher error than one of the second
     * @param crossChecks              by other methods, which decide nothing
     * @param charts                   in the order in which they are to be shown
     */
    record Claim(
            String id,
            String place,
            String source,
            String statement,
            Verdict verdict,
            boolean untrustworthy,
            String reason,
            String metric,
            HypothesisInWords hypothesis,
            List<PaperValue> paper,
            List<MeasuredValue> measured,
            List<Arm> runs,
            List<Look> looks,
            Double difference,
            Interval interval,
            @JsonProperty("pValue") Double pValue,
            Double adjustedPValue,
            Double effectSize,
            Double probabilityOfSuperiority,
            Interval superiorityInterval,
            CrossChecks crossChecks,
            NegativeControl negativeControl,
            List<ChartLink> charts,
            double seconds) {

        /** The verdict, or what stands in its place where it cannot be trusted. */
        String standing() {
            return untrustworthy ? "UNTRUSTWORTHY" : verdict.name();
        }
    }

    /** @param words null where the record holds none; the other components are null where nothing was decided */
    record HypothesisInWords(String words, Relation relation, Double margin, Double errorRate, List<Integer> looks) {}

    /** @param origin {@code printed}, or {@code derived} from the paper's description */
    record PaperValue(String name, String unit, String source, String origin, double value) {}

    /**
     * @param origin           of {@code paper}: {@code printed}, or {@code derived} from the paper's description; else null
     * @param paper            the number beside it; null if there is none
     * @param deviationPercent of ours from the paper's, relative to the paper's; null where they are not comparable, as
     *                         are errors of another data set or scale
     */
    record MeasuredValue(
            String name,
            String unit,
            String source,
            String origin,
            double value,
            Double paper,
            Double deviationPercent) {}

    /** One entry per run in each list, in the same order. */
    record Arm(String name, List<Long> seeds, Errors errors, List<Boolean> diverged, List<Double> seconds) {}

    record Errors(List<Double> training, List<Double> test) {}

    record NegativeControl(
            String description,
            Verdict verdict,
            String reason,
            Double difference,
            Interval interval,
            @JsonProperty("pValue") Double pValue,
            Double effectSize,
            Double probabilityOfSuperiority,
            List<Look> looks,
            List<Arm> runs) {}

    /** @param reused whether it was not trained in this session, since the archive had its outcome */
    record RunTime(String arm, long seed, boolean diverged, double seconds, boolean reused) {}

    /** Paths relative to the results folder. */
    record ChartLink(String png, String svg, String howToRead) {}

    long reusedRuns() {
        return runTimes.stream().filter(RunTime::reused).count();
    }

    /** How many claims came out how, with every standing that occurs, best first. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String standing : List.of("REPRODUCED", "REFUTED", "INCONCLUSIVE", "UNTRUSTWORTHY", "NOT_TESTED")) {
            long count = claims.stream().filter(claim -> claim.standing().equals(standing)).count();
            if (count > 0) {
                counts.put(standing, count);
            }
        }
        return counts;
    }
}
