package org.resnetclaims.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Status;
import org.resnetclaims.report.ReportedClaim.Arm;
import org.resnetclaims.report.ReportedClaim.ChartLink;
import org.resnetclaims.report.ReportedClaim.MeasuredValue;
import org.resnetclaims.report.charts.QuantityNames;
import org.resnetclaims.report.charts.Strip;
import org.resnetclaims.statistics.Design;
import org.resnetclaims.statistics.Hypothesis.Relation;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.statistics.methods.Interval;

/**
 * What of a claim is shown on the page and where, so that the template has nothing to choose.
 *
 * @param place in the paper, as the paper names it
 * @param kind what it rests on, in words
 * @param pending what its verdict still waits for; empty where nothing
 * @param open whether it is not decided yet
 * @param main whether it is one of those that the paper is known for, and has an effect to show
 * @param unlike whether it was judged and did not come out as the paper says
 * @param untested whether it is listed among those that were not tested
 * @param detailed whether its evidence is shown in full
 * @param reason beside the verdict; empty where the sequential checks tell it
 * @param strip its row in the figure of all effects, as SVG; empty where it has no effect
 * @param paper in the table of all claims, as are the next three
 * @param seeds how many each arm has; empty where it has none
 * @param estimate what the estimate is, in words
 * @param superiority what its probability of superiority is, in words
 * @param p the p-value in words, and the effect size; empty where nothing was decided
 * @param charts those that are shown with it
 * @param elsewhere those that are shown with another claim, since it rests on the same runs
 * @param seedTable what each run came to; null without runs
 * @param recipes how the arms were trained, in full
 * @param quantities the rows of the table beside the paper's numbers
 * @param quantitiesTitle over that table
 * @param quantitiesColumn over what they are set beside
 * @param replicated whether more than one draw of seeds is in the history
 * @param past what earlier sessions came to, oldest first
 * @param unguarded whether it has a verdict that no control guards
 */
record ClaimPage(
        String place,
        String kind,
        String pending,
        boolean open,
        boolean main,
        boolean unlike,
        boolean untested,
        boolean detailed,
        String reason,
        String strip,
        Cell paper,
        Cell ours,
        Cell deviation,
        String seeds,
        String estimate,
        String superiority,
        String p,
        List<ChartLink> charts,
        List<ChartLink> elsewhere,
        @Nullable SeedTable seedTable,
        List<RecipeInWords> recipes,
        List<Row> quantities,
        String quantitiesTitle,
        String quantitiesColumn,
        boolean replicated,
        List<Past> past,
        boolean unguarded) {

    /** What the abstract, Fig. 1, Table 2 and Fig. 6 of the paper are there to show. */
    static final List<String> MAIN = List.of(
            "fig1.plain-56-trains-worse-than-plain-20",
            "sec1.over-100-layers-train",
            "table2.plain-34-validates-worse-than-plain-18",
            "table2.resnet-34-tests-better-than-plain-34",
            "fig6.resnet-56-tests-better-than-plain-56",
            "fig6.resnet-56-does-not-degrade");

    private static final Cell NONE = new Cell(null, List.of());

    /**
     * In units of the last digit, ours may be half a one below, which is rounded up, or one above, which is cut off.
     */
    private static final List<Double> AGREEMENT = List.of(-0.5, 1.0);

    /**
     * @param text null where there is no such number
     * @param notes in small letters below the text
     */
    record Cell(@Nullable String text, List<String> notes) {}

    /**
     * A number of ours beside one of the paper.
     *
     * @param agrees in words
     */
    record Row(String name, Cell paper, Cell ours, Cell deviation, String agrees, String unit, String source) {

        static Row of(MeasuredValue value) {
            return new Row(
                    QuantityNames.plain(value.name()),
                    cell(value.printed()),
                    cell(number(value.value(), Numbers::value)),
                    cell(percent(value)),
                    value.agrees() == null ? "" : value.agrees() ? "yes" : "no",
                    value.unit(),
                    source(value));
        }

        private static String source(MeasuredValue value) {
            String source = Objects.requireNonNullElse(value.source(), "");
            return value.origin() == null
                    ? source
                    : source
                            + (value.origin() == Origin.PRINTED ? ", printed there" : ", derived from its description");
        }
    }

    /** @param past what the history says of it */
    static ClaimPage of(ReportedClaim claim, List<Past> past) {
        boolean open = claim.standing() == Status.OPEN;
        boolean untested = claim.verdict() == Verdict.NOT_TESTED && !open;
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
                place(claim.place()),
                kind(claim.kind()),
                pending(claim),
                open,
                MAIN.contains(claim.id()) && claim.judged() && claim.difference() != null,
                claim.judged() && claim.standing() != Status.REPRODUCED,
                untested,
                !untested && !open || !arms.isEmpty() || !claim.measured().isEmpty(),
                reason(claim),
                strip(claim),
                row.get(0),
                row.get(1),
                row.get(2),
                seeds(arms),
                estimate(claim),
                superiority(claim),
                p(claim),
                claim.charts().stream()
                        .filter(chart -> chart.shownWith().equals(claim.id()))
                        .toList(),
                claim.charts().stream()
                        .filter(chart -> !chart.shownWith().equals(claim.id()))
                        .toList(),
                arms.isEmpty() ? null : SeedTable.of(arms),
                RecipeInWords.of(arms),
                quantities.stream().map(Row::of).toList(),
                derived == 0
                        ? "The paper’s numbers beside ours"
                        : allDerived
                                ? "Numbers derived from the paper’s description beside ours"
                                : "The paper’s numbers, and numbers derived from its description, beside ours",
                derived == 0 ? "paper" : allDerived ? "derived" : "paper, or derived",
                claim.replications() != null && claim.replications().draws().size() > 1,
                past,
                claim.kind() == Kind.TRAINED
                        && claim.judged()
                        && claim.controls().isEmpty());
    }

    /** Such as {@code Fig. 1} for {@code figure1}. */
    static String place(String folder) {
        String spaced = folder.replaceFirst("(?<=[a-z])(?=\\d)", " ");
        return spaced.isEmpty()
                ? "Unknown place"
                : (Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1)).replace("Figure ", "Fig. ");
    }

    /** Once its session has ended, a claim whose controls are not decided is not to be trusted. */
    private static String pending(ReportedClaim claim) {
        boolean waits = claim.standing() != Status.UNTRUSTWORTHY
                && claim.controls().stream().anyMatch(control -> control.held() == null);
        return waits ? "decided, its controls are still to come" : "";
    }

    private static String reason(ReportedClaim claim) {
        if (!claim.looks().isEmpty()) {
            return "";
        }
        // The reason of an exact claim that holds lists its numbers, which stand in the table below.
        return claim.standing() == Status.REPRODUCED ? "Holds without training, by the numbers below." : claim.reason();
    }

    /** What a claim rests on, as readers are told it. */
    static String kind(Kind kind) {
        return switch (kind) {
            case TRAINED -> "errors after training";
            case EXAMINED -> "measured on trained networks";
            case INITIAL -> "measured before training";
            case ARITHMETIC -> "arithmetic";
        };
    }

    /** The difference of the claim, or else how far its numbers are off those of the paper. */
    private static String strip(ReportedClaim claim) {
        Double difference = claim.difference();
        Interval interval = claim.interval();
        if (difference != null) {
            return Strip.draw(
                    0,
                    margins(claim),
                    interval == null ? List.of() : List.of(interval.lower(), interval.upper()),
                    List.of(difference));
        }
        List<Double> deviations = claim.measured().stream()
                .map(MeasuredValue::deviationInLastDigits)
                .filter(Objects::nonNull)
                .toList();
        return claim.runs().isEmpty() ? Strip.draw(0, AGREEMENT, List.of(), deviations) : "";
    }

    private static List<Double> margins(ReportedClaim claim) {
        Double margin = claim.hypothesis() == null ? null : claim.hypothesis().margin();
        Relation relation =
                claim.hypothesis() == null ? null : claim.hypothesis().relation();
        if (margin == null || relation == null || margin == 0) {
            return List.of();
        }
        return switch (relation) {
            case HIGHER, NOT_HIGHER -> List.of(margin);
            case LOWER -> List.of(-margin);
            case EQUIVALENT -> List.of(-margin, margin);
        };
    }

    private static String seeds(List<Arm> arms) {
        String counts = arms.stream()
                .map(arm -> String.valueOf(arm.seeds().size()))
                .distinct()
                .collect(Collectors.joining(", "));
        return arms.isEmpty() ? "" : arms.size() == 1 ? counts : "%s × %d".formatted(counts, arms.size());
    }

    /** What the difference of a claim is, which its design says. */
    private static String estimate(ReportedClaim claim) {
        List<Arm> arms = claim.runs();
        Design design = claim.hypothesis() == null ? null : claim.hypothesis().design();
        if (design instanceof Design.AgainstNumber number) {
            return "mean of %s, less %s".formatted(names(arms), number.inWords());
        }
        if (design instanceof Design.Order) {
            return "rise of the straight line through the means of %d networks, from the first to the last"
                    .formatted(arms.size());
        }
        String first = arms.isEmpty() ? "the first" : arms.get(0).name();
        String second = arms.size() < 2 ? "the second" : arms.get(1).name();
        return design instanceof Design.Pairs
                ? "mean difference of the same networks, %s less %s".formatted(first, second)
                : "difference of the means, %s less %s".formatted(first, second);
    }

    private static String names(List<Arm> arms) {
        return arms.stream().map(Arm::name).collect(Collectors.joining(", "));
    }

    /** What the probability of superiority of a claim is. */
    private static String superiority(ReportedClaim claim) {
        return claim.runs().size() == 2
                ? "probability that a run of %s has the higher %s"
                        .formatted(claim.runs().get(0).name(), Objects.requireNonNullElse(claim.metric(), "number"))
                : "probability of superiority";
    }

    private static String p(ReportedClaim claim) {
        Double p = claim.pValue();
        Double effect = claim.effectSize();
        if (p == null || !Double.isFinite(p)) {
            return "";
        }
        String words = Numbers.pValue(p);
        return effect == null || !Double.isFinite(effect) ? words : words + ", g = " + Numbers.signed(effect);
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
                            furthest.printed(),
                            QuantityNames.plain(furthest.name()),
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
        return cell(relation == null ? null : inWords(claim, relation), claim.metric());
    }

    private static String inWords(ReportedClaim claim, Relation relation) {
        boolean order = claim.runs().size() > 2;
        if (order && (relation == Relation.HIGHER || relation == Relation.LOWER)) {
            return relation == Relation.HIGHER ? "rises" : "falls";
        }
        return relation == Relation.EQUIVALENT
                ? "no different"
                : relation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Cell ours(ReportedClaim claim, double difference) {
        String means = claim.runs().stream()
                .map(arm -> inFull(amount(arm.mean(), Numbers::measured, claim.unit())))
                .collect(Collectors.joining(claim.runs().size() > 2 ? ", " : " against "));
        Interval interval = claim.interval();
        return cell(
                amount(difference, Numbers::signed, claim.unitOfDifferences()),
                interval == null ? "" : range(interval) + ", " + Numbers.percent(interval.level()),
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
