package org.resnetclaims.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.ExpectedRefutation;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Levelling;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Replications;
import org.resnetclaims.evidence.Status;
import org.resnetclaims.statistics.CrossChecks;
import org.resnetclaims.statistics.Design;
import org.resnetclaims.statistics.FailedRuns;
import org.resnetclaims.statistics.Hypothesis.Relation;
import org.resnetclaims.statistics.ImageCheck;
import org.resnetclaims.statistics.Look;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.statistics.methods.Interval;
import org.resnetclaims.training.Recipe;

/**
 * What the report says of a claim. Errors are in %, differences of them in points, times in seconds; a number that is
 * missing or not finite is null.
 *
 * @param standing the verdict, or that it cannot be trusted
 * @param judged whether it has a verdict, or at least a decision
 * @param expected null unless the claim is known to come out REFUTED at this scale
 * @param asExpected null where nothing was expected, or nothing came out
 * @param warnings what a reader has to know before believing the verdict, a sentence each
 * @param metric what the arms are judged by, such as {@code training error}; null for an exact claim
 * @param unit of what the arms are judged by, and of their differences in {@code unitOfDifferences}; null for an exact
 *     claim, empty for plain numbers
 * @param hypothesis fixed before the result; null for an exact claim
 * @param paper the numbers that the paper prints, or that follow from its description; null if none
 * @param measured ours: the quantities beside those of the paper, or the mean of each arm
 * @param furthest of those that the paper prints, or else that are derived, the one that deviates most; null if none
 * @param mismatch why ours cannot be compared with those of the paper, in words; null where they can
 * @param difference mean of the first arm less mean of the second
 * @param interval of the difference
 * @param pValue one-sided, of the claim, over all looks
 * @param adjustedPValue by Holm, over all statistical claims of this report
 * @param fdr by Benjamini and Yekutieli, over the trained claims of this report
 * @param effectSize Hedges' g
 * @param probabilityOfSuperiority that a run of the first arm has a higher number than one of the second
 * @param images what other images might say; null where the errors speak of no sample of images
 * @param speaksAbout what a verdict can be carried over to, in words; null where nothing was decided
 * @param replications what sessions on other seeds say as well; null where there is no history
 * @param crossChecks by other methods; of these, the permutation test alone can keep a look on coarse errors from
 *     deciding
 * @param controls what guards it: its own, and those of the session that it names
 * @param negativeControl its own in full; null where it has none
 * @param charts in the order in which they are to be shown
 * @param command that judges this claim alone, under the same settings
 * @param file of its test, from the root of the suite; empty where its record is damaged
 * @param test the method of it there
 */
record ReportedClaim(
        String id,
        String place,
        String source,
        String statement,
        Kind kind,
        Verdict verdict,
        Status standing,
        boolean judged,
        String reason,
        @Nullable ExpectedRefutation expected,
        @Nullable Boolean asExpected,
        List<String> warnings,
        @Nullable String metric,
        @Nullable String unit,
        @Nullable String unitOfDifferences,
        @Nullable HypothesisInWords hypothesis,
        @Nullable List<PaperValue> paper,
        List<MeasuredValue> measured,
        @Nullable MeasuredValue furthest,
        @Nullable String mismatch,
        List<Arm> runs,
        List<Look> looks,
        @Nullable Double difference,
        @Nullable Interval interval,
        @JsonProperty("pValue") @Nullable Double pValue,
        @Nullable Double adjustedPValue,
        @Nullable Double fdr,
        @Nullable Double effectSize,
        @Nullable Double probabilityOfSuperiority,
        @Nullable Interval superiorityInterval,
        @Nullable ImageCheck images,
        @Nullable String speaksAbout,
        @Nullable Replications replications,
        @Nullable CrossChecks crossChecks,
        List<Control> controls,
        @Nullable NegativeControl negativeControl,
        List<ChartLink> charts,
        Files files,
        String command,
        String file,
        String test,
        double seconds) {

    /** The other components are null where nothing was decided. */
    record HypothesisInWords(
            String words,
            @Nullable Design design,
            @Nullable Relation relation,
            @Nullable Double margin,
            @Nullable Double errorRate,
            @Nullable List<Integer> looks) {}

    /** @param origin whether the paper prints it, or it is derived from the paper's description */
    record PaperValue(
            String name,
            String unit,
            String source,
            @Nullable Origin origin,
            double value) {}

    /**
     * @param origin of {@code paper}; null if there is none
     * @param paper the number beside it; null if there is none
     * @param printed {@code paper} with all its digits
     * @param deviationPercent of ours from the paper's, relative to the paper's; null where they are not comparable, as
     *     are errors of another data set or scale
     * @param deviationInLastDigits likewise, in units of the last digit that is printed
     * @param agrees whether ours, rounded or cut off to the digits that are printed, is the same number; null where
     *     they are not comparable
     */
    record MeasuredValue(
            String name,
            String unit,
            @Nullable String source,
            @Nullable Origin origin,
            double value,
            @Nullable Double paper,
            @Nullable String printed,
            @Nullable Double deviationPercent,
            @Nullable Double deviationInLastDigits,
            @Nullable Boolean agrees) {}

    /**
     * The first lists have one entry per run, in the same order.
     *
     * @param network the identity of the network
     * @param width filters of its first convolution
     * @param numbers what the arms are judged by
     * @param mean of these; null where none of its numbers is there
     * @param training null without runs, as is {@code test}
     * @param failures how many of its runs failed to train, and how many of all that could be drawn may
     * @param totalSeconds of all its runs whose time is known
     * @param levelling null where the runs have no curves
     */
    record Arm(
            String name,
            String network,
            int width,
            Recipe recipe,
            List<Long> seeds,
            List<Double> numbers,
            @Nullable Double mean,
            Errors errors,
            List<Boolean> diverged,
            List<Double> seconds,
            @Nullable Spread training,
            @Nullable Spread test,
            FailedRuns failures,
            double totalSeconds,
            @Nullable Levelling levelling) {}

    record Errors(List<Double> training, List<Double> test) {}

    /** Of the errors of an arm, over its runs. */
    record Spread(double mean, double smallest, double largest) {}

    /**
     * What guards the claim, in short.
     *
     * @param held null while it is not decided
     * @param shared whether it is the session's and guards other claims too
     */
    record Control(String id, String description, @Nullable Boolean held, boolean shared, String result) {}

    record NegativeControl(
            String description,
            Verdict verdict,
            String reason,
            double difference,
            Interval interval,
            @JsonProperty("pValue") double pValue,
            double effectSize,
            double probabilityOfSuperiority,
            List<Look> looks,
            List<Arm> runs) {}

    /**
     * @param svg its path, relative to the results folder
     * @param shownWith the id of the claim that it is shown with, which may be another that rests on the same runs
     */
    record ChartLink(String svg, String title, String howToRead, String shownWith) {}

    /** Files with what was measured, relative to the results folder; the tables are null where there are no runs. */
    record Files(
            String record, @Nullable String runs, @Nullable String curves) {}
}
