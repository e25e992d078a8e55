package org.resnetclaims.report;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.Metric;
import org.resnetclaims.training.CurvePoint;
import org.resnetclaims.training.RunOutcome;

/**
 * Errors over the course of training, as in Fig. 6: training error dashed, test error solid; a bold line for the mean
 * of an arm, a thin one for each run, and a band from the best to the worst run.
 */
final class TrainingCurves {

    static final String HOW_TO_READ =
            "Lower is better. Bold lines are means over the runs of an arm, thin lines single runs, bands reach from the"
                    + " best run to the worst; dashed is the error on training batches, solid the error on test images.";

    private TrainingCurves() {}

    static boolean canShow(List<ArmRecord> arms) {
        return arms.stream().anyMatch(arm -> canShow(arm, Metric.TRAINING_ERROR) || canShow(arm, Metric.TEST_ERROR));
    }

    private static boolean canShow(ArmRecord arm, Metric metric) {
        return !errors(arm, metric).isEmpty();
    }

    static XYChart draw(String source, List<ArmRecord> arms) {
        XYChart chart = new XYChartBuilder()
                .width(ChartStyle.WIDTH)
                .height(ChartStyle.HEIGHT)
                .title(source + ": error while training")
                .xAxisTitle("iterations")
                .yAxisTitle("error (%)")
                .build();
        ChartStyle.apply(chart.getStyler());
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setYAxisMax(ceiling(arms));
        chart.getStyler().setXAxisTickLabelsFormattingFunction(x -> String.format(Locale.ROOT, "%,.0f", x));
        chart.getStyler().setYAxisTickLabelsFormattingFunction(y -> String.format(Locale.ROOT, "%.0f", y));
        // What comes later is drawn on top: bands, then runs, then means.
        for (Layer layer : Layer.values()) {
            for (int i = 0; i < arms.size(); i++) {
                for (Metric metric : Metric.values()) {
                    if (canShow(arms.get(i), metric)) {
                        layer.draw(chart, i, arms.get(i), metric);
                    }
                }
            }
        }
        return chart;
    }

    /** The name of a series; two arms of a claim may bear the same name, so their places tell them apart. */
    static String series(int arm, Metric metric, String what) {
        return "arm %d, %s, %s".formatted(arm + 1, metric, what);
    }

    private enum Layer {
        BAND {
            @Override
            void draw(XYChart chart, int place, ArmRecord arm, Metric metric) {
                TreeMap<Integer, double[]> errors = errors(arm, metric);
                double[] x = iterations(errors);
                double[] upper = each(errors, runs -> runs.max().orElseThrow());
                double[] lower = each(errors, runs -> runs.min().orElseThrow());
                // Once around: along the worst runs, and back along the best.
                XYSeries band =
                        chart.addSeries(series(place, metric, "band"), thereAndBack(x, x), thereAndBack(upper, lower));
                band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
                band.setFillColor(ChartStyle.translucent(ChartStyle.colour(place), 34));
                band.setLineStyle(ChartStyle.NONE);
                band.setLineColor(new Color(0, 0, 0, 0));
                band.setMarker(SeriesMarkers.NONE);
                band.setShowInLegend(false);
            }
        },
        RUNS {
            @Override
            void draw(XYChart chart, int place, ArmRecord arm, Metric metric) {
                for (int i = 0; i < arm.runs().size(); i++) {
                    RunOutcome run = arm.runs().get(i);
                    TreeMap<Integer, double[]> errors = errors(
                            new ArmRecord(arm.name(), arm.network(), arm.recipe(), arm.levelling(), List.of(run)),
                            metric);
                    if (!errors.isEmpty()) {
                        XYSeries line = line(chart, series(place, metric, "run " + (i + 1)), errors);
                        line.setLineStyle(ChartStyle.THIN);
                        line.setLineColor(ChartStyle.translucent(ChartStyle.colour(place), 120));
                        line.setShowInLegend(false);
                    }
                }
            }
        },
        MEAN {
            @Override
            void draw(XYChart chart, int place, ArmRecord arm, Metric metric) {
                XYSeries line = line(chart, series(place, metric, "mean"), errors(arm, metric));
                line.setLabel(arm.name() + " " + metric.phase());
                line.setLineStyle(metric == Metric.TEST_ERROR ? ChartStyle.SOLID : ChartStyle.DASHED);
                line.setLineColor(ChartStyle.colour(place));
            }
        };

        abstract void draw(XYChart chart, int place, ArmRecord arm, Metric metric);

        static XYSeries line(XYChart chart, String name, TreeMap<Integer, double[]> errors) {
            double[] means = each(errors, runs -> runs.average().orElseThrow());
            XYSeries line = chart.addSeries(name, iterations(errors), means);
            line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
            line.setMarker(SeriesMarkers.NONE);
            return line;
        }
    }

    /** The errors of all runs at each iteration at which any was observed. */
    private static TreeMap<Integer, double[]> errors(ArmRecord arm, Metric metric) {
        TreeMap<Integer, double[]> errors = new TreeMap<>();
        arm.runs().stream()
                .flatMap(run -> run.curve().stream())
                .map(CurvePoint::iteration)
                .distinct()
                .forEach(iteration -> errors.put(
                        iteration,
                        arm.runs().stream()
                                .flatMapToDouble(run -> at(run, iteration, metric))
                                .toArray()));
        errors.values().removeIf(runs -> runs.length == 0);
        return errors;
    }

    /** A run that diverged counts as guessing from then on, so that the mean does not get better by its end. */
    private static DoubleStream at(RunOutcome run, int iteration, Metric metric) {
        DoubleStream observed = run.curve().stream()
                .filter(point -> point.iteration() == iteration)
                .mapToDouble(metric::of)
                .filter(Double::isFinite)
                .limit(1);
        double[] error = observed.toArray();
        boolean guessing = run.diverged() && error.length == 0 && Double.isFinite(metric.of(run));
        return guessing ? DoubleStream.of(metric.of(run)) : Arrays.stream(error);
    }

    private static double[] iterations(TreeMap<Integer, double[]> errors) {
        return errors.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
    }

    private static double[] each(TreeMap<Integer, double[]> errors, ToDoubleFunction<DoubleStream> statistic) {
        return errors.values().stream()
                .mapToDouble(runs -> statistic.applyAsDouble(Arrays.stream(runs)))
                .toArray();
    }

    private static double[] thereAndBack(double[] there, double[] back) {
        double[] around = Arrays.copyOf(there, there.length + back.length);
        for (int i = 0; i < back.length; i++) {
            around[there.length + i] = back[back.length - 1 - i];
        }
        return around;
    }

    /** The next multiple of ten above all errors. */
    private static double ceiling(List<ArmRecord> arms) {
        double highest = arms.stream()
                .flatMap(arm -> Arrays.stream(Metric.values()).map(metric -> errors(arm, metric)))
                .flatMap(errors -> errors.values().stream())
                .flatMapToDouble(Arrays::stream)
                .max()
                .orElse(0);
        return Math.min(100, 10 * (Math.floor(highest / 10) + 1));
    }
}
