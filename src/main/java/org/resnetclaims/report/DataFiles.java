package org.resnetclaims.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.ObservableRecord;
import org.resnetclaims.evidence.Observed;
import org.resnetclaims.files.AtomicFile;
import org.resnetclaims.report.ReportedClaim.Files;
import org.resnetclaims.training.CurvePoint;
import org.resnetclaims.training.RunOutcome;

/** What a claim was judged by as tables, comma-separated: one of its runs, and one of their curves. */
final class DataFiles {

    private DataFiles() {}

    static Files of(ClaimRecord claim) {
        return new Files(
                "claims/%s.json".formatted(claim.id()),
                hasNumbers(claim) ? "data/%s.runs.csv".formatted(claim.id()) : null,
                hasCurves(claim) ? "data/%s.curves.csv".formatted(claim.id()) : null);
    }

    static void write(EvidenceStore store, ClaimRecord claim) throws IOException {
        Files files = of(claim);
        if (files.runs() != null) {
            write(store, files.runs(), runs(claim));
        }
        if (files.curves() != null) {
            write(store, files.curves(), curves(claim));
        }
    }

    private static void write(EvidenceStore store, String path, String table) throws IOException {
        AtomicFile.write(store.folder().resolve(path), table.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean hasNumbers(ClaimRecord claim) {
        return claim.arms().stream().anyMatch(arm -> !arm.seeds().isEmpty());
    }

    private static boolean hasCurves(ClaimRecord claim) {
        return claim.arms().stream().flatMap(arm -> arm.runs().stream()).anyMatch(run -> !run.curve()
                .isEmpty());
    }

    private static String runs(ClaimRecord claim) {
        StringBuilder table = new StringBuilder(row(
                "claim",
                "network",
                "network_sha256",
                "first_stage_filters",
                "seed",
                "judged_by",
                "unit",
                "value",
                "training_error_percent",
                "test_error_percent",
                "diverged",
                "training_seconds"));
        ObservableRecord observable = claim.observable().orElseThrow();
        for (ArmRecord arm : claim.arms()) {
            for (long seed : arm.seeds()) {
                Optional<RunOutcome> run = arm.runs().stream()
                        .filter(outcome -> outcome.seed() == seed)
                        .findFirst();
                table.append(row(
                        claim.id(),
                        arm.name(),
                        arm.network(),
                        arm.width(),
                        seed,
                        observable.name(),
                        observable.unit(),
                        arm.numbers().stream()
                                .filter(number -> number.seed() == seed)
                                .findFirst()
                                .<Object>map(Observed::value)
                                .orElse(""),
                        run.<Object>map(RunOutcome::trainingError).orElse(""),
                        run.<Object>map(RunOutcome::testError).orElse(""),
                        run.<Object>map(RunOutcome::diverged).orElse(""),
                        run.<Object>map(RunOutcome::seconds).orElse("")));
            }
        }
        return table.toString();
    }

    private static String curves(ClaimRecord claim) {
        StringBuilder table = new StringBuilder(
                row("claim", "network", "seed", "iteration", "running_training_error_percent", "test_error_percent"));
        for (ArmRecord arm : claim.arms()) {
            for (RunOutcome run : arm.runs()) {
                for (CurvePoint point : run.curve()) {
                    table.append(row(
                            claim.id(),
                            arm.name(),
                            run.seed(),
                            point.iteration(),
                            point.trainingError(),
                            point.testError()));
                }
            }
        }
        return table.toString();
    }

    /** As in RFC 4180, but that a line ends as lines do elsewhere in the results. */
    private static String row(Object... cells) {
        return Arrays.stream(cells)
                        .map(cell -> cell.toString())
                        .map(cell -> cell.matches("[^\",\\s]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(","))
                + "\n";
    }
}
