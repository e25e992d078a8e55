package org.resnetclaims.report.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ObservableRecord;
import org.resnetclaims.evidence.Observed;
import org.resnetclaims.evidence.Source;

/** What the arms are judged by, of every run: one row for each arm, the first on top. */
final class RunNumbers {

    private static final int ROW_HEIGHT = 60;
    private static final int FRAME_HEIGHT = 90;

    private RunNumbers() {}

    static String howToRead(ObservableRecord observable) {
        String better =
                switch (observable.direction()) {
                    case LOWER_IS_BETTER -> "Lower is better. ";
                    case HIGHER_IS_BETTER -> "Higher is better. ";
                    case NEITHER_IS_BETTER -> "";
                };
        String runs = isError(observable)
                ? "Each dot is the end of one run; a cross is a run that diverged, at the error of guessing."
                : "Each dot is one run; a cross is a run that diverged.";
        return better + runs + " The diamond is the mean of the arm, the bar its 95 % confidence interval.";
    }

    private static boolean isError(ObservableRecord observable) {
        return observable.source() instanceof Source.FinalError;
    }

    static boolean canShow(List<ArmRecord> arms) {
        return arms.stream().anyMatch(arm -> numbers(arm).length > 0);
    }

    static XYChart draw(ObservableRecord observable, List<ArmRecord> arms, List<Integer> colours) {
        XYChart chart = new XYChartBuilder()
                .width(ChartStyle.WIDTH)
                .height(FRAME_HEIGHT + ROW_HEIGHT * arms.size())
                .xAxisTitle(
                        observable.unit().isEmpty()
                                ? observable.name()
                                : "%s (%s)".formatted(observable.name(), observable.unit()))
                .build();
        ChartStyle.apply(chart.getStyler());
        chart.getStyler().setYAxisMin(0.5);
        chart.getStyler().setYAxisMax(arms.size() + 0.5);
        chart.getStyler().setYAxisTicksVisible(false);
        chart.getStyler().setPlotGridHorizontalLinesVisible(false);
        // The other numbers have no bounds of their own, and the chart finds some.
        if (isError(observable)) {
            chart.getStyler().setXAxisMin(0.0);
            chart.getStyler().setXAxisMax(ceiling(arms));
            chart.getStyler().setXAxisTickLabelsFormattingFunction(x -> String.format(Locale.ROOT, "%.0f", x));
        }
        for (int i = 0; i < arms.size(); i++) {
            double row = arms.size() - i;
            drawRuns(chart, i, colours.get(i), row, arms.get(i));
            drawMean(chart, i, colours.get(i), row, arms.get(i), isError(observable));
        }
        return chart;
    }

    static String series(int arm, String what) {
        return "arm %d, %s".formatted(arm + 1, what);
    }

    private static void drawRuns(XYChart chart, int place, int index, double row, ArmRecord arm) {
        Color colour = ChartStyle.translucent(ChartStyle.colour(index), 190);
        for (boolean diverged : new boolean[] {false, true}) {
            double[] numbers = arm.numbers().stream()
                    .filter(number -> isDiverged(arm, number) == diverged)
                    .mapToDouble(Observed::value)
                    .filter(Double::isFinite)
                    .toArray();
            Marker marker = diverged ? SeriesMarkers.CROSS : SeriesMarkers.CIRCLE;
            if (numbers.length > 0) {
                points(chart, series(place, diverged ? "diverged runs" : "runs"), numbers, row - 0.27, marker, colour)
                        .setLabel(arm.name() + (diverged ? ", diverged" : ", one run"));
            }
        }
    }

    private static void drawMean(XYChart chart, int place, int index, double row, ArmRecord arm, boolean percent) {
        double[] numbers = numbers(arm);
        Color colour = ChartStyle.colour(index);
        if (numbers.length > 1) {
            double mean = mean(numbers);
            double reach = reach(numbers);
            double[] ends = {
                percent ? Math.max(0, mean - reach) : mean - reach, percent ? Math.min(100, mean + reach) : mean + reach
            };
            XYSeries bar = chart.addSeries(series(place, "interval"), ends, new double[] {row, row});
            bar.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
            bar.setMarker(SeriesMarkers.NONE);
            bar.setLineStyle(new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            bar.setLineColor(colour);
            bar.setShowInLegend(false);
        }
        if (numbers.length > 0) {
            double[] mean = {mean(numbers)};
            points(chart, series(place, "mean"), mean, row, SeriesMarkers.DIAMOND, colour)
                    .setLabel(arm.name() + ", mean of " + numbers.length)
                    .setShowInLegend(true);
        }
    }

    private static XYSeries points(XYChart chart, String name, double[] x, double row, Marker marker, Color colour) {
        double[] y = new double[x.length];
        Arrays.fill(y, row);
        XYSeries points = chart.addSeries(name, x, y);
        points.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        points.setMarker(marker);
        points.setMarkerColor(colour);
        points.setShowInLegend(false);
        return points;
    }

    private static boolean isDiverged(ArmRecord arm, Observed number) {
        return arm.runs().stream().anyMatch(run -> run.seed() == number.seed() && run.diverged());
    }

    private static double[] numbers(ArmRecord arm) {
        return Arrays.stream(arm.values()).filter(Double::isFinite).toArray();
    }

    private static double mean(double[] errors) {
        return Arrays.stream(errors).average().orElseThrow();
    }

    /** Half the width of the confidence interval of the mean. */
    private static double reach(double[] errors) {
        double mean = mean(errors);
        double variance = Arrays.stream(errors)
                        .map(error -> (error - mean) * (error - mean))
                        .sum()
                / (errors.length - 1);
        double t = TDistribution.of(errors.length - 1).inverseSurvivalProbability(0.025);
        return t * Math.sqrt(variance / errors.length);
    }

    /** The next multiple of five above everything that is drawn. */
    private static double ceiling(List<ArmRecord> arms) {
        double highest = 0;
        for (ArmRecord arm : arms) {
            double[] errors = numbers(arm);
            for (double error : errors) {
                highest = Math.max(highest, error);
            }
            if (errors.length > 1) {
                highest = Math.max(highest, mean(errors) + reach(errors));
            }
        }
        return Math.min(100, 5 * (Math.floor(highest / 5) + 1));
    }
}
