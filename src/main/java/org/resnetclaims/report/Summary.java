package org.resnetclaims.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        if (document.interim() != null) {
            out.append("The session is under way: %s\n\n"
                    .formatted(document.interim().inWords()));
        }
        if (document.claims().stream().anyMatch(claim -> claim.asExpected() != null)) {
            out.append(Headline.WHO_EXPECTED).append("\n\n");
        }
        out.append(failures(document));
        out.append(changes(document));
        if (document.multiplicity() != null) {
            out.append(document.multiplicity().inWords()).append("\n\n");
        }
        ScaleInWords size = ScaleInWords.of(document);
        out.append("Scale `%s`: %s. %s\n\n".formatted(document.scale(), text(size.setup()), size.meaning()));
        out.append("%s on `%s` (%s, %d cores), %s of wall time, %d runs at once%s; %s.\n\n"
                .formatted(
                        text(document.engine().name()),
                        document.backend(),
                        text(document.environment().cpu()),
                        document.environment().cores(),
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
        List<ReportedClaim> tested = document.claims().stream()
                .filter(claim -> claim.standing() != Status.OPEN)
                .filter(claim -> claim.standing() != Status.NOT_TESTED || claim.asExpected() != null)
                .sorted(Comparator.comparingInt(Summary::calm))
                .toList();
        for (ReportedClaim claim : tested) {
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
        out.append(untested(document));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What needs a look comes first, all else in the order of the paper. */
    private static int calm(ReportedClaim claim) {
        if (claim.asExpected() != null) {
            return claim.asExpected() ? 3 : 0;
        }
        return calm(claim.standing());
    }

    private static int calm(Status standing) {
        return switch (standing) {
            case UNTRUSTWORTHY -> 0;
            case REFUTED -> 1;
            case INCONCLUSIVE -> 2;
            case REPRODUCED, NOT_TESTED, OPEN -> 3;
        };
    }

    /** The claims that fail a build, before all that is as it should be. */
    private static String failures(ReportDocument document) {
        String lines = document.claims().stream()
                .filter(claim -> calm(claim) < calm(Status.INCONCLUSIVE))
                .sorted(Comparator.comparingInt(Summary::calm))
                .map(claim -> "- %s: %s (%s): %s\n"
                        .formatted(
                                verdict(claim),
                                text(claim.statement()),
                                text(claim.id()),
                                text(
                                        claim.warnings().isEmpty()
                                                ? claim.reason()
                                                : claim.warnings().get(0))))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "**Failed:**\n\n" + lines + "\n";
    }

    private static String changes(ReportDocument document) {
        StringBuilder out = new StringBuilder();
        for (Changes changes : document.changes()) {
            out.append("**Since %s:** %s\n\n".formatted(text(changes.since()), text(changes.inWords())));
            changes.lines()
                    .forEach(line -> out.append("- %s: %s\n".formatted(text(line.statement()), text(line.words()))));
            out.append(changes.lines().isEmpty() ? "" : "\n");
        }
        return out.toString();
    }

    /** Claims that were not tested, those of one reason together: reasons that differ in numbers alone are one. */
    private static String untested(ReportDocument document) {
        Map<String, List<ReportedClaim>> byReason = document.claims().stream()
                .filter(claim -> claim.standing() == Status.NOT_TESTED && claim.asExpected() == null)
                .collect(Collectors.groupingBy(
                        claim -> claim.reason().replaceAll("[0-9.]+", "#"), LinkedHashMap::new, Collectors.toList()));
        StringBuilder out = new StringBuilder();
        byReason.values().forEach(alike -> {
            ReportedClaim first = alike.get(0);
            String ids = alike.stream().map(claim -> text(claim.id())).collect(Collectors.joining(", "));
            out.append(
                    alike.size() == 1
                            ? "- %s (%s): %s\n".formatted(text(first.statement()), ids, text(first.reason()))
                            : "- %d claims (%s): %s\n".formatted(alike.size(), ids, text(first.reason())));
        });
        return out.isEmpty() ? "" : "\n**Not tested**\n\n" + out;
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
