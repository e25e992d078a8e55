package org.resnetclaims.statistics;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.statistics.methods.Interval;

/**
 * The sentence that goes with a verdict.
 *
 * @param failures of the arm that may fail more often
 * @param images null where there is no such check
 */
record Reason(
        Hypothesis hypothesis,
        double difference,
        Interval interval,
        FailedRuns failures,
        @Nullable ImageCheck images) {

    String of(List<Look> looks) {
        Look last = looks.get(looks.size() - 1);
        String measured = "%s is %s (%s %% interval %s to %s)"
                .formatted(
                        hypothesis.design() instanceof Design.Order
                                ? "The rise from the first arm to the last, on the line through the means,"
                                : "The difference",
                        Numbers.withUnit(Numbers.measured(difference), hypothesis.unit()),
                        Numbers.plain(100 * interval.level()),
                        Numbers.measured(interval.lower()),
                        Numbers.measured(interval.upper()));
        String boundary = Numbers.probability(last.boundary());
        String shown = last.claimWithinBoundary()
                ? Numbers.pValue(last.pReproduced()) + " for the claim"
                : Numbers.pValue(last.pRefuted()) + " for the contrary of the claim";
        if (last.verdict() != Verdict.INCONCLUSIVE) {
            return "%s: %s is within the boundary of %s at look %d, with %d seeds per arm."
                    .formatted(measured, shown, boundary, looks.size(), last.seeds());
        }
        String most = "%s: with %d seeds per arm, the most allowed,".formatted(measured, last.seeds());
        return last.obstacle() == null
                ? "%s neither the claim (%s) nor its contrary (%s) is within the boundary of %s."
                        .formatted(most, Numbers.pValue(last.pReproduced()), Numbers.pValue(last.pRefuted()), boundary)
                : "%s %s is within the boundary of %s, but %s.".formatted(most, shown, boundary, inWords(last));
    }

    private String inWords(Look look) {
        return switch (look.obstacle()) {
            case FAILED_RUNS ->
                "%d of the %d runs of an arm failed, so up to %s %% of all may, and no likeness is shown above %s %%"
                        .formatted(
                                failures.failed(),
                                failures.runs(),
                                percent(failures.upperBound()),
                                percent(FailedRuns.LIMIT));
            case IMAGES ->
                "that does not hold in %s %% of the resamples of images and seeds, too many to speak of other images"
                        .formatted(percent(requireNonNull(images).against(look.claimWithinBoundary())));
            case COARSE_ERRORS ->
                "the runs of an arm differ by less than the smallest step between two numbers and the permutation test does not confirm it";
        };
    }

    private static String percent(double share) {
        return Numbers.probability(100 * share);
    }
}
