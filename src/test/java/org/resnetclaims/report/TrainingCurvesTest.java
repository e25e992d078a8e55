package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.report.TrainingCurves.Phase;
import org.resnetclaims.training.CurvePoint;
import org.resnetclaims.training.Mistakes;
import org.resnetclaims.training.RunOutcome;

class TrainingCurvesTest {

    private static final ArmRecord ARM = Fixtures.trained(
            "plain-20",
            List.of(
                    run(1, false, new CurvePoint(100, 60, 70), new CurvePoint(200, 40, 44)),
                    run(2, false, new CurvePoint(100, 62, 74), new CurvePoint(200, 50, 48)),
                    run(3, false, new CurvePoint(100, 70, 78), new CurvePoint(200, 45, 52))));

    @Test
    void draws_the_mean_of_the_runs() {
        XYSeries mean = series(ARM, Phase.TRAINING, "mean");

        assertThat(mean.getXData()).containsExactly(100, 200);
        assertThat(mean.getYData()).containsExactly(64, 45);
    }

    @Test
    void draws_every_run() {
        assertThat(series(ARM, Phase.TEST, "run 1").getYData()).containsExactly(70, 44);
        assertThat(series(ARM, Phase.TEST, "run 3").getYData()).containsExactly(78, 52);
    }

    @Test
    void draws_the_band_from_the_worst_run_back_along_the_best() {
        XYSeries band = series(ARM, Phase.TRAINING, "band");

        assertThat(band.getXYSeriesRenderStyle()).contains(XYSeriesRenderStyle.PolygonArea);
        assertThat(band.getXData()).containsExactly(100, 200, 200, 100);
        assertThat(band.getYData()).containsExactly(70, 50, 40, 60);
    }

    @Test
    void dashes_training_errors_only() {
        assertThat(series(ARM, Phase.TRAINING, "mean").getLineStyle().getDashArray())
                .isNotEmpty();
        assertThat(series(ARM, Phase.TEST, "mean").getLineStyle().getDashArray())
                .isNull();
    }

    @Test
    void names_only_the_means_in_the_legend() {
        XYChart chart = TrainingCurves.draw("Fig. 1", List.of(ARM));

        assertThat(chart.getSeriesCollection())
                .filteredOn(XYSeries::isShowInLegend)
                .extracting(XYSeries::getLabel)
                .containsExactly("plain-20 training", "plain-20 test");
    }

    @Test
    void counts_a_run_that_diverged_as_guessing_from_then_on() {
        ArmRecord arm = Fixtures.trained(
                "plain-20", List.of(ARM.runs().get(0), run(2, true, new CurvePoint(100, 62, Double.NaN))));

        assertThat(series(arm, Phase.TRAINING, "mean").getYData()).containsExactly(61, 65);
        assertThat(series(arm, Phase.TEST, "mean").getYData()).containsExactly(80, 67);
        assertThat(series(arm, Phase.TEST, "run 2").getYData()).containsExactly(90);
    }

    @Test
    void starts_axes_at_zero_and_ends_above_the_highest_error() {
        XYChart chart = TrainingCurves.draw("Fig. 1", List.of(ARM));

        assertThat(chart.getStyler().getYAxisMin()).isZero();
        assertThat(chart.getStyler().getYAxisMax()).isCloseTo(80, within(1e-9));
        assertThat(chart.getStyler().getXAxisMin()).isZero();
    }

    @Test
    void tells_arms_of_the_same_name_apart() {
        XYChart chart =
                TrainingCurves.draw("Fig. 1", List.of(ARM, Fixtures.arm("plain-20", new double[] {50, 20}, 1, 3)));

        assertThat(chart.getSeries(TrainingCurves.series(0, Phase.TEST, "mean")).getLineColor())
                .isNotEqualTo(chart.getSeries(TrainingCurves.series(1, Phase.TEST, "mean"))
                        .getLineColor());
    }

    private static XYSeries series(ArmRecord arm, Phase phase, String what) {
        return TrainingCurves.draw("Fig. 1", List.of(arm)).getSeries(TrainingCurves.series(0, phase, what));
    }

    private static RunOutcome run(long seed, boolean diverged, CurvePoint... curve) {
        return new RunOutcome("run " + seed, seed, diverged, 90, 90, Mistakes.UNKNOWN, List.of(curve), 1);
    }
}
