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

    /** What the verdicts were found on, in one line. */
    static String machine(ReportDocument document) {
        return "%s on %s, %d cores; %s, began %s."
                .formatted(
                        document.engine().name(),
                        Objects.requireNonNullElse(document.environment().cpu(), "an unknown processor"),
                        document.environment().cores(),
                        Numbers.duration(document.wallSeconds()),
                        minute(document.started()));
    }

    private static String minute(String instant) {
        return instant.replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC");
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
