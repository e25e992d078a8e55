package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.evidence.Metric;
import org.resnetclaims.training.Mistakes;
import org.resnetclaims.training.RunOutcome;

class FinalErrorsTest {

    @Test
    void drawsEveryRunAndTheMean() {
        XYChart chart = draw(Metric.TRAINING_ERROR, arm(10, 12, 14));

        assertThat(chart.getSeries(FinalErrors.series(0, "runs")).getXData()).containsExactly(10, 12, 14);
        assertThat(chart.getSeries(FinalErrors.series(0, "mean")).getXData()).containsExactly(12);
    }

    @Test
    void drawsStudentsInterval() {
        XYSeries interval = draw(Metric.TRAINING_ERROR, arm(10, 12, 14)).getSeries(FinalErrors.series(0, "interval"));

        // 4.302653 is the 0.975 quantile of t with two degrees of freedom; the standard error is 2 / sqrt(3).
        double reach = 4.302653 * 2 / Math.sqrt(3);
        assertThat(interval.getXData()).containsExactly(new double[] {12 - reach, 12 + reach}, within(1e-5));
    }

    @Test
    void drawsDivergedRunsApartButCountsThemInTheMean() {
        List<ArmRecord> arms = Fixtures.withDivergedRun().arms();

        XYChart chart = FinalErrors.draw("Fig. 6", Metric.TEST_ERROR, arms);

        assertThat(chart.getSeries(FinalErrors.series(1, "runs")).getXData()).hasSize(2);
        assertThat(chart.getSeries(FinalErrors.series(1, "diverged runs")).getXData())
                .containsExactly(90);
        double mean = arms.get(1).runs().stream()
                .mapToDouble(RunOutcome::testError)
                .average()
                .orElseThrow();
        assertThat(chart.getSeries(FinalErrors.series(1, "mean")).getXData()).containsExactly(mean);
    }

    @Test
    void drawsASingleRunWithoutAnInterval() {
        XYChart chart = draw(Metric.TEST_ERROR, arm(10));

        assertThat(chart.getSeries(FinalErrors.series(0, "mean")).getXData()).containsExactly(11);
        assertThat(chart.getSeries(FinalErrors.series(0, "interval"))).isNull();
    }

    private static XYChart draw(Metric metric, ArmRecord arm) {
        return FinalErrors.draw("Fig. 1", metric, List.of(arm));
    }

    private static ArmRecord arm(double... trainingErrors) {
        return ArmRecord.of(
                "plain-20",
                "plain-20",
                Fixtures.RECIPE,
                DoubleStream.of(trainingErrors)
                        .mapToObj(error -> new RunOutcome(
                                "run " + error, (long) error, false, error, error + 1, Mistakes.UNKNOWN, List.of(), 1))
                        .toList());
    }
}
