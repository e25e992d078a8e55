package org.resnetclaims.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Status;

/**
 * What came out of the claims of one kind, for the top of the page.
 *
 * @param note empty where there is no more to say
 */
record Tile(String title, List<Line> lines, String note) {

    /**
     * @param caveat empty where there is none
     * @param place on the page where more is said of these claims; empty where that is nowhere apart
     */
    record Line(Status standing, long count, String words, String caveat, String place) {

        static Line of(Kind kind, Headline.Outcome outcome, long count, @Nullable Multiplicity multiplicity) {
            return new Line(
                    outcome.standing(),
                    count,
                    lowerCase(outcome.inWords()),
                    Headline.caveat(kind, outcome, multiplicity),
                    outcome.standing() == Status.REPRODUCED ? "" : "unlike");
        }

        static Line of(Status standing, long count, String place) {
            return new Line(standing, count, lowerCase(standing.name()), "", place);
        }

        private static String lowerCase(String words) {
            return words.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** One for each kind that was judged, and one for what was not tested. */
    static List<Tile> of(ReportDocument document) {
        List<Tile> tiles = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Line> lines = Headline.outcomes(document.claims(), kind).entrySet().stream()
                    .map(outcome -> Line.of(kind, outcome.getKey(), outcome.getValue(), document.multiplicity()))
                    .toList();
            if (!lines.isEmpty()) {
                tiles.add(new Tile(title(kind), lines, note(kind, document)));
            }
        }
        Counts counts = document.counts();
        List<Line> others = Stream.of(
                        Line.of(Status.NOT_TESTED, counts.notTested(), "not-tested"),
                        Line.of(Status.OPEN, counts.open(), "open"))
                .filter(line -> line.count() > 0)
                .toList();
        if (!others.isEmpty()) {
            tiles.add(new Tile("without a verdict", others, ""));
        }
        return tiles;
    }

    private static String note(Kind kind, ReportDocument document) {
        Counts counts = document.counts();
        String seeds = Headline.seeds(document.claims(), kind);
        return switch (kind) {
            case TRAINED -> "errors after training: " + Headline.contrasts(counts.evidence()) + seeds;
            case EXAMINED, INITIAL -> "such as gradients" + seeds;
            case ARITHMETIC -> "such as costs" + (counts.derived() > 0 ? ", " + Headline.derived(counts) : "");
        };
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case TRAINED -> "trained claims";
            case EXAMINED, INITIAL -> ClaimPage.kind(kind);
            case ARITHMETIC -> "arithmetic checks";
        };
    }
}
