package org.resnetclaims.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.resnetclaims.training.CurvePoint;
import org.resnetclaims.training.Mistakes;
import org.resnetclaims.training.RunOutcome;

/** Numbers that follow from the curves of runs. */
class SourceTest {

    private static final RunOutcome DEEP = run(10, 90, 70, 50, 40, 30, 30, 20, 20);
    private static final RunOutcome SHALLOW = run(10, 90, 75, 30, 20, 10, 12, 5, 1);

    @Test
    void the_early_error_is_the_mean_over_the_first_part_of_the_curve() {
        assertThat(new Source.EarlyTrainingError(0.25).of(DEEP)).contains(80.0);
        assertThat(new Source.EarlyTrainingError(1).of(SHALLOW)).contains(243 / 8.0);
    }

    @Test
    void a_run_that_diverged_at_once_has_no_early_error() {
        assertThat(new Source.EarlyTrainingError(0.25).of(run(10))).contains(Double.NaN);
    }

    @Test
    void the_smallest_gap_is_looked_for_after_a_share_of_training() {
        assertThat(new Source.SmallestGap("shallow", 0.25).between(DEEP, SHALLOW))
                .isEqualTo(15);
        assertThat(new Source.SmallestGap("shallow", 0.1).between(DEEP, SHALLOW))
                .isEqualTo(-5);
    }

    @Test
    void curves_with_other_points_have_no_gap() {
        assertThat(new Source.SmallestGap("other", 0.1).between(DEEP, run(20, 90, 70, 50, 40, 30, 30, 20, 20)))
                .isNaN();
        assertThat(new Source.SmallestGap("other", 0.1).between(DEEP, run(10, 90, 70)))
                .isNaN();
    }

    private static RunOutcome run(int spacing, double... errors) {
        List<CurvePoint> curve = new ArrayList<>();
        for (double error : errors) {
            curve.add(new CurvePoint(spacing * (curve.size() + 1), error, error));
        }
        return new RunOutcome("run", 1, false, 1, 1, Mistakes.UNKNOWN, curve, 1);
    }
}
