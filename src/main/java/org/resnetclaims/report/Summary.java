package org.resnetclaims.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.Status;
import org.resnetclaims.report.ReportedClaim.MeasuredValue;
import org.resnetclaims.statistics.methods.Interval;

/** The report in a few lines of Markdown, for the summary of a CI job. */
final class Summary {

    private Summary() {}

    static byte[] render(ReportDocument document) {
        StringBuilder out = new StringBuilder();
        for (ReportedClaim.Control failed : document.failedControls()) {
            out.append(
                    "> **The session's control %s did not hold, so that no verdict on a trained claim stands.** %s\n\n"
                            .formatted(text(failed.id()), text(failed.result())));
        }
        out.append("## Claims of \"Deep Residual Learning for Image Recognition\"\n\n");
        out.append("**").append(document.headline()).append("**\n\n");
        if (document.multiplicity() != null) {
            out.append(document.multiplicity().inWords()).append("\n\n");
        }
        out.append("Scale `%s` on %s, backend `%s`, %s of wall time, %d runs at once%s; %s.\n\n"
                .formatted(
                        document.scale(),
                        text(document.dataset().name()),
                        document.backend(),
                        Numbers.duration(document.wallSeconds()),
                        document.parallelRuns(),
                        reused(document),
                        document.drawOfSeeds()));
        String sharing = document.counts().evidence().sharing();
        if (!sharing.isEmpty()) {
            out.append(text(sharing)).append("\n\n");
        }
        out.append(controls(document));
        out.append(
                "| verdict | where | claim | measured | p | p by Holm | FDR (BY) |\n|---|---|---|---|---|---|---|\n");
        for (ReportedClaim claim : document.claims()) {
            out.append("| %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            verdict(claim),
                            text(claim.source()),
                            statement(claim),
                            measured(claim),
                            pValue(claim.pValue()),
                            pValue(claim.adjustedPValue()),
                            pValue(claim.fdr())));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String controls(ReportDocument document) {
        if (document.controls().isEmpty()) {
            return "";
        }
        String rows = document.controls().stream()
                .map(control -> "| %s | %s | %s | %s |\n"
                        .formatted(
                                text(control.id()),
                                text(control.description()),
                                held(control.held()),
                                text(control.result())))
                .collect(Collectors.joining());
        return "| control of the session | what it does | held | result |\n|---|---|---|---|\n" + rows + "\n";
    }

    private static String held(@Nullable Boolean held) {
        return held == null ? "not decided" : held ? "yes" : "**no**";
    }

    private static String reused(ReportDocument document) {
        return document.reusedRuns() == 0
                ? ""
                : "; %d of the %d runs were trained before and come from the archive"
                        .formatted(document.reusedRuns(), document.runTimes().size());
    }

    private static String verdict(ReportedClaim claim) {
        if (claim.asExpected() == null) {
            return claim.standing().name();
        }
        return claim.standing() + (claim.asExpected() ? " (as expected at this scale)" : " (REFUTED was expected)");
    }

    /** What a reader will ask about goes with the claim: why it is not REPRODUCED, and what was known of it before. */
    private static String statement(ReportedClaim claim) {
        List<String> lines = new ArrayList<>();
        lines.add(claim.statement());
        if (claim.standing() != Status.REPRODUCED) {
            lines.add(claim.reason());
        }
        if (claim.expected() != null) {
            lines.add(
                    "Expected to be REFUTED at this scale: " + claim.expected().figures());
            lines.add("What explains it: " + claim.expected().because());
        }
        lines.addAll(claim.warnings());
        return lines.stream().map(Summary::text).collect(Collectors.joining("<br>"));
    }

    private static String measured(ReportedClaim claim) {
        Double difference = claim.difference();
        Interval interval = claim.interval();
        if (difference != null && interval != null && Double.isFinite(difference)) {
            String unit = Objects.requireNonNullElse(claim.unitOfDifferences(), "");
            return "%s%s (%s to %s)"
                    .formatted(
                            Numbers.signed(difference),
                            unit.isEmpty() ? "" : " " + text(unit),
                            Numbers.signed(interval.lower()),
                            Numbers.signed(interval.upper()));
        }
        List<MeasuredValue> values = claim.measured();
        return values.size() == 1
                ? Numbers.value(values.get(0).value()) + " "
                        + text(values.get(0).unit())
                : values.isEmpty() ? "" : values.size() + " numbers";
    }

    private static String pValue(@Nullable Double p) {
        return p == null || !Double.isFinite(p) ? "" : text(Numbers.probability(p));
    }

    /** Text that stays text in a cell: no markup, no HTML, no new column and no new row. */
    private static String text(@Nullable String raw) {
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
