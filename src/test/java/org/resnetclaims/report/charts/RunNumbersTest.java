package org.resnetclaims.report.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.evidence.ObservableRecord;
import org.resnetclaims.evidence.Observed;
import org.resnetclaims.evidence.Source;
import org.resnetclaims.training.Mistakes;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Specimen;

class RunNumbersTest {

    @Test
    void draws_every_run_and_the_mean() {
        XYChart chart = draw(ObservableRecord.TRAINING_ERROR, arm(10, 12, 14));

        assertThat(chart.getSeries(RunNumbers.series(0, "runs")).getXData()).containsExactly(10, 12, 14);
        assertThat(chart.getSeries(RunNumbers.series(0, "mean")).getXData()).containsExactly(12);
    }

    @Test
    void draws_students_interval() {
        XYSeries interval =
                draw(ObservableRecord.TRAINING_ERROR, arm(10, 12, 14)).getSeries(RunNumbers.series(0, "interval"));

        // 4.302653 is the 0.975 quantile of t with two degrees of freedom; the standard error is 2 / sqrt(3).
        double reach = 4.302653 * 2 / Math.sqrt(3);
        assertThat(interval.getXData()).containsExactly(new double[] {12 - reach, 12 + reach}, within(1e-5));
    }

    @Test
    void draws_diverged_runs_apart_but_counts_them_in_the_mean() {
        List<ArmRecord> arms = Fixtures.withDivergedRun().arms();

        XYChart chart = RunNumbers.draw(ObservableRecord.TRAINING_ERROR, arms, List.of(0, 1));

        assertThat(chart.getSeries(RunNumbers.series(1, "runs")).getXData()).hasSize(2);
        assertThat(chart.getSeries(RunNumbers.series(1, "diverged runs")).getXData())
                .containsExactly(90);
        double mean = arms.get(1).runs().stream()
                .mapToDouble(RunOutcome::trainingError)
                .average()
                .orElseThrow();
        assertThat(chart.getSeries(RunNumbers.series(1, "mean")).getXData()).containsExactly(mean);
    }

    @Test
    void draws_a_single_run_without_an_interval() {
        XYChart chart = draw(ObservableRecord.TEST_ERROR, arm(10));

        assertThat(chart.getSeries(RunNumbers.series(0, "mean")).getXData()).containsExactly(10);
        assertThat(chart.getSeries(RunNumbers.series(0, "interval"))).isNull();
    }

    @Test
    void draws_other_numbers_than_errors_on_an_axis_of_their_own() {
        ObservableRecord slope = new ObservableRecord(
                "slope of log gradient norms",
                "",
                Direction.NEITHER_IS_BETTER,
                new Source.Examined(Specimen.Stage.INITIAL, "GradientNorms[split=TRAINING]", "slope"));
        ArmRecord arm = ArmRecord.of(
                "plain-20",
                "plain-20",
                8,
                Fixtures.RECIPE,
                List.of(),
                List.of(new Observed(1, -0.2), new Observed(2, -0.25), new Observed(3, Double.NaN)));

        XYChart chart = draw(slope, arm);

        assertThat(chart.getSeries(RunNumbers.series(0, "runs")).getXData()).containsExactly(-0.2, -0.25);
        assertThat(chart.getStyler().getXAxisMax()).isNull();
        assertThat(chart.getXAxisTitle()).isEqualTo("slope of log gradient norms");
        assertThat(RunNumbers.howToRead(slope)).startsWith("Each dot is one run;");
    }

    private static XYChart draw(ObservableRecord observable, ArmRecord arm) {
        return RunNumbers.draw(observable, List.of(arm), List.of(0));
    }

    private static ArmRecord arm(double... trainingErrors) {
        return Fixtures.trained(
                "plain-20",
                DoubleStream.of(trainingErrors)
                        .mapToObj(error -> new RunOutcome(
                                "run " + error, (long) error, false, error, error + 1, Mistakes.UNKNOWN, List.of(), 1))
                        .toList());
    }
}
