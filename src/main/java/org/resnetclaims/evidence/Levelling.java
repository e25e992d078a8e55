package org.resnetclaims.evidence;

import java.util.List;
import java.util.Optional;
import org.resnetclaims.training.CurvePoint;
import org.resnetclaims.training.RunOutcome;

/**
 * Whether the training error of an arm had levelled off when its training ended. It had if the running error over the
 * last part of the curve was lower than over the part before by less than one point, or by less than a tenth of itself;
 * both are means over the runs. An arm that has not levelled off might end elsewhere if it were trained for longer.
 *
 * @param before the running training error in % between the last point of the curve but one and the point before that
 * @param last that between the last two points
 */
public record Levelling(double before, double last, boolean levelledOff) {

    private static final double POINTS = 1;
    private static final double SHARE = 0.1;

    /** Empty where no run has two points of a curve. */
    static Optional<Levelling> of(List<RunOutcome> runs) {
        List<List<CurvePoint>> curves = runs.stream()
                .map(RunOutcome::curve)
                .filter(curve -> curve.size() >= 2)
                .toList();
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        double before = mean(curves, 2);
        double last = mean(curves, 1);
        double fall = before - last;
        return Optional.of(new Levelling(before, last, fall < Math.max(POINTS, SHARE * before)));
    }

    private static double mean(List<List<CurvePoint>> curves, int fromTheEnd) {
        return curves.stream()
                .mapToDouble(curve -> curve.get(curve.size() - fromTheEnd).trainingError())
                .average()
                .orElseThrow();
    }
}
