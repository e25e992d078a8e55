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
import org.resnetclaims.evidence.Metric;
import org.resnetclaims.training.CurvePoint;
import org.resnetclaims.training.Mistakes;
import org.resnetclaims.training.RunOutcome;

class TrainingCurvesTest {

    private static final ArmRecord ARM = ArmRecord.of(
            "plain-20",
            "plain-20",
            Fixtures.RECIPE,
            List.of(
                    run(1, false, new CurvePoint(100, 60, 70), new CurvePoint(200, 40, 44)),
                    run(2, false, new CurvePoint(100, 62, 74), new CurvePoint(200, 50, 48)),
                    run(3, false, new CurvePoint(100, 70, 78), new CurvePoint(200, 45, 52))));

    @Test
    void drawsTheMeanOfTheRuns() {
        XYSeries mean = series(ARM, Metric.TRAINING_ERROR, "mean");

        assertThat(mean.getXData()).containsExactly(100, 200);
        assertThat(mean.getYData()).containsExactly(64, 45);
    }

    @Test
    void drawsEveryRun() {
        assertThat(series(ARM, Metric.TEST_ERROR, "run 1").getYData()).containsExactly(70, 44);
        assertThat(series(ARM, Metric.TEST_ERROR, "run 3").getYData()).containsExactly(78, 52);
    }

    @Test
    void drawsTheBandFromTheWorstRunBackAlongTheBest() {
        XYSeries band = series(ARM, Metric.TRAINING_ERROR, "band");

        assertThat(band.getXYSeriesRenderStyle()).contains(XYSeriesRenderStyle.PolygonArea);
        assertThat(band.getXData()).containsExactly(100, 200, 200, 100);
        assertThat(band.getYData()).containsExactly(70, 50, 40, 60);
    }

    @Test
    void dashesTrainingErrorsOnly() {
        assertThat(series(ARM, Metric.TRAINING_ERROR, "mean").getLineStyle().getDashArray())
                .isNotEmpty();
        assertThat(series(ARM, Metric.TEST_ERROR, "mean").getLineStyle().getDashArray())
                .isNull();
    }

    @Test
    void namesOnlyTheMeansInTheLegend() {
        XYChart chart = TrainingCurves.draw("Fig. 1", List.of(ARM));

        assertThat(chart.getSeriesCollection())
                .filteredOn(XYSeries::isShowInLegend)
                .extracting(XYSeries::getLabel)
                .containsExactly("plain-20 training", "plain-20 test");
    }

    @Test
    void countsARunThatDivergedAsGuessingFromThenOn() {
        ArmRecord arm = ArmRecord.of(
                "plain-20",
                "plain-20",
                Fixtures.RECIPE,
                List.of(ARM.runs().get(0), run(2, true, new CurvePoint(100, 62, Double.NaN))));

        assertThat(series(arm, Metric.TRAINING_ERROR, "mean").getYData()).containsExactly(61, 65);
        assertThat(series(arm, Metric.TEST_ERROR, "mean").getYData()).containsExactly(80, 67);
        assertThat(series(arm, Metric.TEST_ERROR, "run 2").getYData()).containsExactly(90);
    }

    @Test
    void startsAxesAtZeroAndEndsAboveTheHighestError() {
        XYChart chart = TrainingCurves.draw("Fig. 1", List.of(ARM));

        assertThat(chart.getStyler().getYAxisMin()).isZero();
        assertThat(chart.getStyler().getYAxisMax()).isCloseTo(80, within(1e-9));
        assertThat(chart.getStyler().getXAxisMin()).isZero();
    }

    @Test
    void tellsArmsOfTheSameNameApart() {
        XYChart chart =
                TrainingCurves.draw("Fig. 1", List.of(ARM, Fixtures.arm("plain-20", new double[] {50, 20}, 1, 3)));

        assertThat(chart.getSeries(TrainingCurves.series(0, Metric.TEST_ERROR, "mean"))
                        .getLineColor())
                .isNotEqualTo(chart.getSeries(TrainingCurves.series(1, Metric.TEST_ERROR, "mean"))
                        .getLineColor());
    }

    private static XYSeries series(ArmRecord arm, Metric metric, String what) {
        return TrainingCurves.draw("Fig. 1", List.of(arm)).getSeries(TrainingCurves.series(0, metric, what));
    }

    private static RunOutcome run(long seed, boolean diverged, CurvePoint... curve) {
        return new RunOutcome("run " + seed, seed, diverged, 90, 90, Mistakes.UNKNOWN, List.of(curve), 1);
    }
}
