package org.resnetclaims.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.resnetclaims.evidence.HistoryEntry;

/** What one session came to on a claim, for the table of all that did. */
record Past(String date, String verdict, String estimate, String time, long draw, String engine, String commit) {

    private static final int SHORT_COMMIT = 7;

    static Past of(HistoryEntry session, HistoryEntry.Result result) {
        String commit = Objects.requireNonNullElse(session.gitCommit(), "");
        return new Past(
                session.started().toString().replaceFirst("T.*", ""),
                result.verdict().name(),
                estimate(result.values()),
                result.trainingSeconds() == null ? "" : Numbers.duration(result.trainingSeconds()),
                session.seeds(),
                "%s, %s".formatted(session.engine().name(), session.engine().backend()),
                commit.substring(0, Math.min(SHORT_COMMIT, commit.length())));
    }

    /** The difference of two arms; of other numbers of arms, the mean of each. */
    private static String estimate(List<List<Double>> values) {
        List<Double> means = values.stream()
                .map(arm ->
                        arm.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN))
                .toList();
        return means.size() == 2
                ? Numbers.signed(means.get(0) - means.get(1))
                : means.stream().map(Numbers::measured).collect(Collectors.joining(", "));
    }
}
