package org.resnetclaims.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.SessionRecord;

/** Something that a reader has to know of a session before its verdicts mean anything. */
record Fact(String name, String text) {

    private static final int SHORT_COMMIT = 7;

    static List<Fact> of(ReportDocument document) {
        SessionRecord.Environment environment = document.environment();
        return List.of(
                new Fact("Scale: " + document.scale(), meaning(document.scale())),
                new Fact("Data", data(document)),
                new Fact(
                        "Engine",
                        "%s %s on %s"
                                .formatted(
                                        document.engine().name(),
                                        document.engine().version(),
                                        document.backend())),
                new Fact(
                        "Machine",
                        "%s, %d cores, %s MiB"
                                .formatted(
                                        Objects.requireNonNullElse(environment.cpu(), "unknown processor"),
                                        environment.cores(),
                                        Numbers.value((double) environment.memoryMiB()))),
                new Fact("Time", time(document)),
                new Fact(
                        "Seeds",
                        "%s; code %s"
                                .formatted(
                                        document.drawOfSeeds(),
                                        code(environment.gitCommit(), environment.gitDirty()))));
    }

    /** What the verdicts hold for, in one line. */
    static String context(ReportDocument document) {
        return "Scale %s on %s, %d × %d pixels; %s on %s, %d cores; began %s."
                .formatted(
                        document.scale(),
                        document.dataset().name(),
                        document.dataset().image().height(),
                        document.dataset().image().width(),
                        document.engine().name(),
                        Objects.requireNonNullElse(document.environment().cpu(), "an unknown processor"),
                        document.environment().cores(),
                        minute(document.started()));
    }

    private static String minute(String instant) {
        return instant.replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC");
    }

    private static String meaning(String scale) {
        return switch (scale) {
            case "quick" ->
                "narrow networks on small images, trained for minutes: shows which network is better under equal conditions, and nothing about the errors that the paper prints";
            case "standard" ->
                "larger networks and images, trained for hours: directions and sizes of effects can be set beside the paper’s, single errors cannot";
            case "paper" ->
                "the paper’s own networks and recipe: on its data set, CIFAR-10, errors can be compared with the paper’s";
            default -> "";
        };
    }

    private static String data(ReportDocument document) {
        return "%s: %s training and %s test images, %d × %d pixels, %d classes"
                .formatted(
                        document.dataset().name(),
                        Numbers.value(document.dataset().trainingImages()),
                        Numbers.value(document.dataset().testImages()),
                        document.dataset().image().height(),
                        document.dataset().image().width(),
                        document.dataset().classes());
    }

    private static String time(ReportDocument document) {
        String reused = document.reusedRuns() == 0
                ? ""
                : "; %d of %d runs were trained before, in %s of computing"
                        .formatted(
                                document.reusedRuns(),
                                document.runTimes().size(),
                                Numbers.duration(document.reusedSeconds()));
        return "%s, began %s, %d runs at once%s"
                .formatted(
                        Numbers.duration(document.wallSeconds()),
                        minute(document.started()),
                        document.parallelRuns(),
                        reused);
    }

    private static String code(@Nullable String commit, boolean dirty) {
        return commit == null
                ? "not in a checkout"
                : commit.substring(0, Math.min(SHORT_COMMIT, commit.length())) + (dirty ? " with changes" : "");
    }
}
