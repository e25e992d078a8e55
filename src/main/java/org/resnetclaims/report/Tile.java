package org.resnetclaims.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Status;

/**
 * What came out of the claims of one kind, for the top of the page.
 *
 * @param note empty where there is no more to say
 */
record Tile(String title, List<Line> lines, String note) {

    record Line(Status standing, long count, String words) {}

    /** One for each kind that was judged, and one for what was not tested. */
    static List<Tile> of(ReportDocument document) {
        List<Tile> tiles = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Line> lines = Headline.outcomes(document.claims(), kind).entrySet().stream()
                    .map(outcome -> new Line(
                            outcome.getKey().standing(),
                            outcome.getValue(),
                            outcome.getKey().inWords().replace('_', ' ').toLowerCase(Locale.ROOT)))
                    .toList();
            if (!lines.isEmpty()) {
                tiles.add(new Tile(title(kind), lines, note(kind, document)));
            }
        }
        Counts counts = document.counts();
        List<Line> others = Stream.of(
                        new Line(Status.NOT_TESTED, counts.notTested(), "not tested"),
                        new Line(Status.OPEN, counts.open(), "still open"))
                .filter(line -> line.count() > 0)
                .toList();
        if (!others.isEmpty()) {
            tiles.add(new Tile("of any kind", others, ""));
        }
        return tiles;
    }

    private static String note(Kind kind, ReportDocument document) {
        Counts counts = document.counts();
        return switch (kind) {
            case TRAINED -> Headline.contrasts(counts.evidence()) + Headline.seeds(document.claims(), kind);
            case EXAMINED, INITIAL -> Headline.seeds(document.claims(), kind).replaceFirst("^, ", "");
            case ARITHMETIC -> counts.derived() > 0 ? Headline.derived(counts) : "";
        };
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case TRAINED -> "trained claims";
            case EXAMINED -> "examined networks";
            case INITIAL -> "before training";
            case ARITHMETIC -> "arithmetic checks";
        };
    }
}
