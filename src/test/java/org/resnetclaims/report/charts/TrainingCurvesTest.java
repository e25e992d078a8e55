package org.resnetclaims.report.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.report.charts.TrainingCurves.Phase;
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
        XYChart chart = TrainingCurves.draw(List.of(ARM), List.of(0));

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
        XYChart chart = TrainingCurves.draw(List.of(ARM), List.of(0));

        assertThat(chart.getStyler().getYAxisMin()).isZero();
        assertThat(chart.getStyler().getYAxisMax()).isCloseTo(80, within(1e-9));
        assertThat(chart.getStyler().getXAxisMin()).isZero();
    }

    @Test
    void tells_arms_of_the_same_name_apart() {
        List<ArmRecord> arms = List.of(ARM, Fixtures.arm("plain-20", new double[] {50, 20}, 1, 3));

        assertThat(Palette.of(List.of(arms)).colours(arms)).doesNotHaveDuplicates();
    }

    @Test
    void a_network_keeps_its_colour_in_all_charts_and_shares_it_with_none_beside_it() {
        ArmRecord first = Fixtures.arm("plain-20", new double[] {50, 20}, 1, 3);
        ArmRecord second = Fixtures.arm("plain-56", new double[] {50, 20}, 1, 3);
        ArmRecord third = Fixtures.arm("ResNet-56", new double[] {50, 20}, 1, 3);

        Palette palette = Palette.of(List.of(List.of(first, second), List.of(second, third), List.of(third, first)));

        assertThat(palette.colours(List.of(first, second, third))).doesNotHaveDuplicates();
        assertThat(palette.colours(List.of(third)))
                .isEqualTo(palette.colours(List.of(first, third)).subList(1, 2));
    }

    @Test
    void marks_where_the_learning_rate_drops() {
        XYChart chart = TrainingCurves.draw(List.of(ARM), List.of(0));

        assertThat(chart.getSeries("learning rate, drop 400").getXData()).containsExactly(400, 400);
        assertThat(chart.getSeries("learning rate, drop 600")).isNotNull();
    }

    @Test
    void comes_closer_where_the_better_network_would_lie_at_the_bottom() {
        ArmRecord good = Fixtures.arm("ResNet-20", new double[] {8, 4, 3, 2, 2, 2, 1, 1}, 0.1, 3);
        ArmRecord bad = Fixtures.arm("plain-56", new double[] {90, 88, 86, 85, 85, 84, 84, 84}, 1, 3);

        assertThat(TrainingCurves.closeUp(List.of(good, bad), List.of(0, 1)))
                .hasValueSatisfying(
                        chart -> assertThat(chart.getStyler().getYAxisMax()).isEqualTo(10));
        assertThat(TrainingCurves.closeUp(List.of(bad), List.of(0))).isEmpty();
    }

    private static XYSeries series(ArmRecord arm, Phase phase, String what) {
        return TrainingCurves.draw(List.of(arm), List.of(0)).getSeries(TrainingCurves.series(0, phase, what));
    }

    private static RunOutcome run(long seed, boolean diverged, CurvePoint... curve) {
        return new RunOutcome("run " + seed, seed, diverged, 90, 90, Mistakes.UNKNOWN, List.of(curve), 1);
    }
}
