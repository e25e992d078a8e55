package org.resnetclaims.report;

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
import org.resnetclaims.evidence.Metric;

/** The error of every run at the end of training: one row for each arm, the first on top. */
final class FinalErrors {

    static final String HOW_TO_READ =
            "Lower is better. Each dot is the end of one run; a cross is a run that diverged, at the error of guessing."
                    + " The diamond is the mean of the arm, the bar its 95 % confidence interval.";

    private static final int ROW_HEIGHT = 64;
    private static final int FRAME_HEIGHT = 130;

    private FinalErrors() {}

    static boolean canShow(Metric metric, List<ArmRecord> arms) {
        return arms.stream().anyMatch(arm -> errors(metric, arm).length > 0);
    }

    static XYChart draw(String source, Metric metric, List<ArmRecord> arms) {
        XYChart chart = new XYChartBuilder()
                .width(ChartStyle.WIDTH)
                .height(FRAME_HEIGHT + ROW_HEIGHT * arms.size())
                .title(source + ": " + metric + " at the end of each run")
                .xAxisTitle(metric + " (%)")
                .build();
        ChartStyle.apply(chart.getStyler());
        chart.getStyler().setMarkerSize(11);
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setXAxisMax(ceiling(metric, arms));
        chart.getStyler().setYAxisMin(0.5);
        chart.getStyler().setYAxisMax(arms.size() + 0.5);
        chart.getStyler().setYAxisTicksVisible(false);
        chart.getStyler().setPlotGridHorizontalLinesVisible(false);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(x -> String.format(Locale.ROOT, "%.0f", x));
        for (int i = 0; i < arms.size(); i++) {
            double row = arms.size() - i;
            drawRuns(chart, i, row, metric, arms.get(i));
            drawMean(chart, i, row, metric, arms.get(i));
        }
        return chart;
    }

    static String series(int arm, String what) {
        return "arm %d, %s".formatted(arm + 1, what);
    }

    private static void drawRuns(XYChart chart, int place, double row, Metric metric, ArmRecord arm) {
        Color colour = ChartStyle.translucent(ChartStyle.colour(place), 150);
        for (boolean diverged : new boolean[] {false, true}) {
            double[] errors = arm.runs().stream()
                    .filter(run -> run.diverged() == diverged)
                    .mapToDouble(metric::of)
                    .filter(Double::isFinite)
                    .toArray();
            Marker marker = diverged ? SeriesMarkers.CROSS : SeriesMarkers.CIRCLE;
            if (errors.length > 0) {
                points(chart, series(place, diverged ? "diverged runs" : "runs"), errors, row - 0.16, marker, colour);
            }
        }
    }

    private static void drawMean(XYChart chart, int place, double row, Metric metric, ArmRecord arm) {
        double[] errors = errors(metric, arm);
        Color colour = ChartStyle.colour(place);
        if (errors.length > 1) {
            double mean = mean(errors);
            double reach = reach(errors);
            double[] ends = {Math.max(0, mean - reach), Math.min(100, mean + reach)};
            XYSeries bar = chart.addSeries(series(place, "interval"), ends, new double[] {row + 0.16, row + 0.16});
            bar.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
            bar.setMarker(SeriesMarkers.NONE);
            bar.setLineStyle(new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            bar.setLineColor(colour);
            bar.setShowInLegend(false);
        }
        if (errors.length > 0) {
            double[] mean = {mean(errors)};
            points(chart, series(place, "mean"), mean, row + 0.16, SeriesMarkers.DIAMOND, colour)
                    .setLabel(arm.name())
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

    private static double[] errors(Metric metric, ArmRecord arm) {
        return arm.runs().stream()
                .mapToDouble(metric::of)
                .filter(Double::isFinite)
                .toArray();
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
    private static double ceiling(Metric metric, List<ArmRecord> arms) {
        double highest = 0;
        for (ArmRecord arm : arms) {
            double[] errors = errors(metric, arm);
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
