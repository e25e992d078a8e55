package org.resnetclaims.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.report.ReportedClaim.Arm;
import org.resnetclaims.report.ReportedClaim.MeasuredValue;
import org.resnetclaims.statistics.Hypothesis.Relation;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.statistics.methods.Interval;

/**
 * What of a claim is shown on the page and where, so that the template has nothing to choose.
 *
 * @param untested whether it is listed among those that were not tested
 * @param detailed whether its evidence is shown in full
 * @param paper in the table of all claims, as are the next two
 * @param first the name of the first arm
 * @param second that of the second, or what stands in its place
 * @param quantities the rows of the table beside the paper's numbers
 * @param quantitiesTitle over that table
 * @param quantitiesColumn over what they are set beside
 * @param replicated whether more than one draw of seeds is in the history
 * @param unguarded whether it has a verdict that no control guards
 */
record ClaimPage(
        boolean untested,
        boolean detailed,
        Cell paper,
        Cell ours,
        Cell deviation,
        String first,
        String second,
        List<Row> quantities,
        String quantitiesTitle,
        String quantitiesColumn,
        boolean replicated,
        boolean unguarded) {

    private static final Cell NONE = new Cell(null, List.of());

    /**
     * @param text null where there is no such number
     * @param notes in small letters below the text
     */
    record Cell(@Nullable String text, List<String> notes) {}

    /** A number of ours beside one of the paper. */
    record Row(String name, Cell paper, Cell ours, Cell deviation, String unit, String source) {

        static Row of(MeasuredValue value) {
            String source = Objects.requireNonNullElse(value.source(), "");
            return new Row(
                    value.name(),
                    cell(number(value.paper(), Numbers::value)),
                    cell(number(value.value(), Numbers::value)),
                    cell(percent(value)),
                    value.unit(),
                    value.origin() == Origin.DERIVED ? source + ", derived from it" : source);
        }
    }

    static ClaimPage of(ReportedClaim claim) {
        boolean untested = claim.verdict() == Verdict.NOT_TESTED;
        List<Arm> arms = claim.runs();
        List<MeasuredValue> besidePaper =
                claim.measured().stream().filter(value -> value.paper() != null).toList();
        List<MeasuredValue> quantities = arms.isEmpty() ? claim.measured() : besidePaper;
        long derived = quantities.stream()
                .filter(value -> value.origin() == Origin.DERIVED)
                .count();
        boolean allDerived = derived == quantities.size();
        List<Cell> row = row(claim, besidePaper);
        return new ClaimPage(
                untested,
                !untested || !arms.isEmpty() || !claim.measured().isEmpty(),
                row.get(0),
                row.get(1),
                row.get(2),
                arms.isEmpty() ? "the first arm" : arms.get(0).name(),
                arms.size() < 2 ? "the paper’s number" : arms.get(1).name(),
                quantities.stream().map(Row::of).toList(),
                derived == 0
                        ? "The paper’s numbers beside ours"
                        : allDerived
                                ? "Numbers derived from the paper’s description beside ours"
                                : "The paper’s numbers, and numbers derived from its description, beside ours",
                derived == 0 ? "paper" : allDerived ? "derived" : "paper, or derived",
                claim.replications() != null && claim.replications().draws().size() > 1,
                claim.kind() == Kind.TRAINED
                        && claim.judged()
                        && claim.controls().isEmpty());
    }

    private static List<Cell> row(ReportedClaim claim, List<MeasuredValue> besidePaper) {
        Double difference = claim.difference();
        MeasuredValue furthest = claim.furthest();
        if (difference != null && Double.isFinite(difference)) {
            return List.of(asserted(claim, besidePaper), ours(claim, difference), NONE);
        }
        if (furthest != null) {
            return List.of(
                    cell(
                            number(furthest.paper(), Numbers::value),
                            furthest.name(),
                            furthest.origin() == Origin.DERIVED ? "derived, not printed" : ""),
                    cell(number(furthest.value(), Numbers::value), furthest.unit()),
                    cell(percent(furthest), besidePaper.size() > 1 ? "largest of " + besidePaper.size() : ""));
        }
        if (claim.measured().size() == 1) {
            MeasuredValue only = claim.measured().get(0);
            return List.of(NONE, cell(number(only.value(), Numbers::value), only.unit()), NONE);
        }
        return List.of(NONE, NONE, NONE);
    }

    /** What the paper says of the arms: a number, or which of them is better. */
    private static Cell asserted(ReportedClaim claim, List<MeasuredValue> besidePaper) {
        if (claim.runs().size() == 1 && !besidePaper.isEmpty()) {
            return cell(amount(besidePaper.get(0).paper(), Numbers::value, claim.unit()), claim.metric());
        }
        Relation relation =
                claim.hypothesis() == null ? null : claim.hypothesis().relation();
        return cell(relation == null ? null : inWords(relation), claim.metric());
    }

    private static String inWords(Relation relation) {
        return switch (relation) {
            case HIGHER -> "higher";
            case LOWER -> "lower";
            case NOT_HIGHER -> "not higher";
            case EQUIVALENT -> "no different";
        };
    }

    private static Cell ours(ReportedClaim claim, double difference) {
        String means = claim.runs().stream()
                .map(arm -> inFull(amount(arm.mean(), Numbers::measured, claim.unit())))
                .collect(Collectors.joining(" against "));
        return cell(
                amount(difference, Numbers::signed, claim.unitOfDifferences()),
                claim.interval() == null ? "" : range(claim.interval()),
                means);
    }

    private static String range(Interval interval) {
        return inFull(number(interval.lower(), Numbers::signed))
                + " to "
                + inFull(number(interval.upper(), Numbers::signed));
    }

    private static @Nullable String percent(MeasuredValue value) {
        Double percent = value.deviationPercent();
        if (percent == null) {
            return null;
        }
        return percent == 0 ? "none" : Numbers.signed(percent) + " %";
    }

    private static @Nullable String amount(
            @Nullable Double value, DoubleFunction<String> format, @Nullable String unit) {
        String number = number(value, format);
        return number == null || unit == null || unit.isEmpty() ? number : number + " " + unit;
    }

    private static @Nullable String number(@Nullable Double value, DoubleFunction<String> format) {
        return value == null || !Double.isFinite(value) ? null : format.apply(value);
    }

    private static String inFull(@Nullable String number) {
        return Objects.requireNonNullElse(number, "n/a");
    }

    /** Without the notes that say nothing. */
    private static Cell cell(@Nullable String text, @Nullable String... notes) {
        List<String> said = new ArrayList<>();
        for (String note : notes) {
            if (note != null && !note.isEmpty()) {
                said.add(note);
            }
        }
        return new Cell(text, said);
    }
}
