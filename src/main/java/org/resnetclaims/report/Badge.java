package org.resnetclaims.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Status;

/**
 * What came out, for the top of a README: as an SVG, and as what shields.io takes from an endpoint.
 *
 * @param schemaVersion of that endpoint
 * @param color of the page for the worst that came out
 */
record Badge(int schemaVersion, String label, String message, String color) {

    /** From the most alarming to the least. */
    private static final List<Status> ALARMING = List.of(Status.UNTRUSTWORTHY, Status.REFUTED, Status.INCONCLUSIVE);

    /** In pixels; the text is fitted to the width that this gives it, whatever the font. */
    private static final double CHARACTER = 6.2;

    private static final int MARGIN = 8;

    static Badge of(ReportDocument document) {
        return new Badge(1, "ResNet claims", message(document), colour(worst(document)));
    }

    private static String colour(Status status) {
        return switch (status) {
            case REPRODUCED -> "#006b4c";
            case REFUTED -> "#b02a00";
            case INCONCLUSIVE -> "#7a5200";
            case UNTRUSTWORTHY -> "#8a1c6b";
            case NOT_TESTED, OPEN -> "#59626d";
        };
    }

    byte[] json() throws IOException {
        return ReportJson.write(this);
    }

    byte[] svg() {
        long left = width(label);
        long right = width(message);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%2$s: %3$s">
                <title>%2$s: %3$s</title>
                <clipPath id="r"><rect width="%1$d" height="20" rx="3"/></clipPath>
                <g clip-path="url(#r)"><rect width="%4$d" height="20" fill="#444"/><rect x="%4$d" width="%5$d" height="20" fill="%6$s"/></g>
                <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
                <text x="%7$d" y="14" textLength="%8$d">%2$s</text>
                <text x="%9$d" y="14" textLength="%10$d">%3$s</text>
                </g>
                </svg>
                """.formatted(
                        left + right,
                        label,
                        message,
                        left,
                        right,
                        color,
                        MARGIN,
                        left - 2 * MARGIN,
                        left + MARGIN,
                        right - 2 * MARGIN)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String message(ReportDocument document) {
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String outcomes = Headline.outcomes(document.claims(), kind).entrySet().stream()
                    .map(outcome -> outcome.getValue() + " " + outcome.getKey().inWords())
                    .collect(Collectors.joining(", "));
            if (!outcomes.isEmpty()) {
                parts.add("%s: %s".formatted(kind, outcomes).replace('_', ' ').toLowerCase(Locale.ROOT));
            }
        }
        if (document.counts().trained() == 0) {
            parts.add(0, "trained: none judged");
        }
        if (document.counts().open() > 0) {
            parts.add("open: " + document.counts().open());
        }
        return String.join(" | ", parts);
    }

    /** A refutation that was expected is no alarm. Where no trained claim was judged, the badge is not green either. */
    private static Status worst(ReportDocument document) {
        List<Status> standings = document.claims().stream()
                .filter(ReportedClaim::judged)
                .filter(claim -> !Boolean.TRUE.equals(claim.asExpected()))
                .map(claim -> claim.asExpected() == null ? claim.standing() : Status.REFUTED)
                .toList();
        Status best = document.counts().trained() == 0 ? Status.NOT_TESTED : Status.REPRODUCED;
        return ALARMING.stream().filter(standings::contains).findFirst().orElse(best);
    }

    private static long width(String text) {
        return Math.round(CHARACTER * text.length()) + 2 * MARGIN;
    }
}
