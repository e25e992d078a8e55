package org.resnetclaims.report;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.Levelling;
import org.resnetclaims.evidence.ObservableRecord;
import org.resnetclaims.evidence.Observed;
import org.resnetclaims.report.ReportedClaim.Arm;
import org.resnetclaims.report.ReportedClaim.Errors;
import org.resnetclaims.report.ReportedClaim.Spread;
import org.resnetclaims.statistics.FailedRuns;
import org.resnetclaims.training.RunOutcome;

/** What the report says of the arms of a comparison. */
final class Arms {

    private Arms() {}

    static List<Arm> of(List<ArmRecord> arms, DatasetDescription data) {
        return arms.stream().map(arm -> arm(arm, data)).toList();
    }

    /** A sentence for each arm whose training error was still falling when its training ended. */
    static List<String> warnings(List<ArmRecord> arms) {
        return arms.stream().map(Arms::warning).flatMap(Optional::stream).toList();
    }

    private static Optional<String> warning(ArmRecord arm) {
        Levelling levelling = arm.levelling();
        if (levelling == null || levelling.levelledOff()) {
            return Optional.empty();
        }
        return Optional.of(
                "%s had not levelled off: its training error was still falling at the end, from %s to %s %%; a longer training might end elsewhere."
                        .formatted(arm.name(), Numbers.tenths(levelling.before()), Numbers.tenths(levelling.last())));
    }

    private static Arm arm(ArmRecord arm, DatasetDescription data) {
        List<RunOutcome> runs = arm.runs();
        return new Arm(
                arm.name(),
                arm.network(),
                arm.width(),
                arm.recipe(),
                arm.seeds(),
                arm.numbers().stream().map(Observed::value).toList(),
                mean(arm.values()),
                new Errors(
                        runs.stream().map(RunOutcome::trainingError).toList(),
                        runs.stream().map(RunOutcome::testError).toList()),
                runs.stream().map(RunOutcome::diverged).toList(),
                runs.stream().map(RunOutcome::seconds).toList(),
                spread(runs, RunOutcome::trainingError),
                spread(runs, RunOutcome::testError),
                FailedRuns.of(ObservableRecord.failures(runs, data)),
                runs.stream()
                        .mapToDouble(RunOutcome::seconds)
                        .filter(Double::isFinite)
                        .sum(),
                arm.levelling());
    }

    private static @Nullable Double mean(double[] values) {
        return values.length == 0 ? null : Arrays.stream(values).average().orElseThrow();
    }

    private static @Nullable Spread spread(List<RunOutcome> runs, ToDoubleFunction<RunOutcome> error) {
        if (runs.isEmpty()) {
            return null;
        }
        DoubleSummaryStatistics errors = runs.stream().mapToDouble(error).summaryStatistics();
        return new Spread(errors.getAverage(), errors.getMin(), errors.getMax());
    }
}
