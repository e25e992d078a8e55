package org.resnetclaims.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.resnetclaims.report.ReportDocument.Claim;
import org.resnetclaims.report.ReportDocument.MeasuredValue;

/** The report in a few lines of Markdown, for the summary of a CI job. */
final class Summary {

    private Summary() {}

    static byte[] render(ReportDocument document) {
        StringBuilder out = new StringBuilder();
        out.append("## Claims of \"Deep Residual Learning for Image Recognition\"\n\n");
        out.append("**").append(counts(document)).append("**\n\n");
        out.append("Scale `%s` on %s, backend `%s`, %s of wall time, %d runs at once%s.\n\n".formatted(
                document.scale(),
                text(document.dataset().name()),
                document.backend(),
                Numbers.duration(document.wallSeconds()),
                document.parallelRuns(),
                reused(document)));
        out.append("| verdict | where | claim | measured | p | p by Holm |\n|---|---|---|---|---|---|\n");
        for (Claim claim : document.claims()) {
            out.append("| %s | %s | %s | %s | %s | %s |\n".formatted(
                    claim.standing(),
                    text(claim.source()),
                    statement(claim),
                    measured(claim),
                    pValue(claim.pValue()),
                    pValue(claim.adjustedPValue())));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String reused(ReportDocument document) {
        return document.reusedRuns() == 0
                ? ""
                : "; %d of the %d runs were trained before and come from the archive"
                        .formatted(document.reusedRuns(), document.runTimes().size());
    }

    private static String counts(ReportDocument document) {
        return document.counts().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    /** The reason goes with every claim that a reader will ask about. */
    private static String statement(Claim claim) {
        boolean plain = claim.standing().equals("REPRODUCED");
        return text(claim.statement()) + (plain ? "" : "<br>" + text(claim.reason()));
    }

    private static String measured(Claim claim) {
        if (claim.difference() != null && Double.isFinite(claim.difference())) {
            return "%s points (%s to %s)".formatted(
                    Numbers.signed(claim.difference()),
                    Numbers.signed(claim.interval().lower()),
                    Numbers.signed(claim.interval().upper()));
        }
        List<MeasuredValue> values = claim.measured();
        return values.size() == 1
                ? Numbers.value(values.get(0).value()) + " " + text(values.get(0).unit())
                : values.isEmpty() ? "" : values.size() + " numbers";
    }

    private static String pValue(Double p) {
        return p == null || !Double.isFinite(p) ? "" : text(Numbers.probability(p));
    }

    /** Text that stays text in a cell: no markup, no HTML, no new column and no new row. */
    private static String text(String raw) {
        if (raw == null) {
            return "";
        }
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|])", "\\\\$1")
                .replaceAll("\\s+", " ");
    }
}
