package org.resnetclaims.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.resnetclaims.report.ReportedClaim.Arm;

/**
 * What each run of the arms came to: a row for each seed, a column for each arm.
 *
 * @param arms their names
 */
record SeedTable(List<String> arms, List<Row> rows) {

    /** @param cells one for each arm; empty where it has no run of this seed */
    record Row(long seed, List<String> cells) {}

    static SeedTable of(List<Arm> arms) {
        Set<Long> seeds = new TreeSet<>();
        arms.forEach(arm -> seeds.addAll(arm.seeds()));
        return new SeedTable(
                arms.stream().map(Arm::name).toList(),
                seeds.stream()
                        .map(seed -> new Row(
                                seed, arms.stream().map(arm -> cell(arm, seed)).toList()))
                        .toList());
    }

    private static String cell(Arm arm, long seed) {
        int place = arm.seeds().indexOf(seed);
        if (place < 0 || place >= arm.numbers().size()) {
            return "";
        }
        double number = arm.numbers().get(place);
        String text = Double.isFinite(number) ? Numbers.measured(number) : "n/a";
        boolean diverged = place < arm.diverged().size() && arm.diverged().get(place);
        return diverged ? text + " (diverged)" : text;
    }
}
