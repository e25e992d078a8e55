package org.resnetclaims.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** A line of {@code cross-check.csv}: what there is to judge, what R said of it, and what the suite decides. */
record CrossCheckCase(List<String> columns, String[] cells, Decision decision) {

    static CrossCheckCase judged(List<String> columns, String line) {
        CrossCheckCase open = new CrossCheckCase(columns, line.split(","), null);
        return new CrossCheckCase(columns, open.cells, open.judge());
    }

    String cell(String column) {
        return cells[columns.indexOf(column)];
    }

    double number(String column) {
        return Double.parseDouble(cell(column));
    }

    private Decision judge() {
        boolean oneArm = !cell("number").isEmpty();
        Hypothesis hypothesis = new Hypothesis(
                oneArm ? new Design.AgainstNumber(number("number"), cell("number"), "") : new Design.TwoArms(),
                Hypothesis.Relation.valueOf(cell("relation")),
                number("margin"),
                "points",
                number("errorRate"),
                Arrays.stream(cell("looks").split(" ")).map(Integer::valueOf).toList());
        return oneArm
                ? SequentialTest.judge(hypothesis, runs("first"))
                : SequentialTest.judge(hypothesis, runs("first"), runs("second"));
    }

    private IntFunction<Observations> runs(String arm) {
        double[] errors = Arrays.stream(cell(arm).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        String failures = cell(arm + "Failed");
        return seeds -> {
            boolean[] failed = new boolean[seeds];
            for (int i = 0; i < seeds; i++) {
                failed[i] = failures.charAt(i) == '1';
            }
            return new Observations(Arrays.copyOf(errors, seeds), number("resolution"), failed, List.of(), 0);
        };
    }
}
