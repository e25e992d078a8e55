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
        return arms.stream().anyMatch(arm -> Arrays.stream(Phase.values()).anyMatch(phase -> canShow(arm, phase)));
    }

    private static boolean canShow(ArmRecord arm, Phase phase) {
        return !errors(arm.runs(), phase).isEmpty();
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
                for (Phase phase : Phase.values()) {
                    if (canShow(arms.get(i), phase)) {
                        layer.draw(chart, i, arms.get(i), phase);
                    }
                }
            }
        }
        return chart;
    }

    /** The name of a series; two arms of a claim may bear the same name, so their places tell them apart. */
    static String series(int arm, Phase phase, String what) {
        return "arm %d, %s error, %s".formatted(arm + 1, phase, what);
    }

    /** The two errors that a curve shows. */
    enum Phase {
        TRAINING,
        TEST;

        double at(CurvePoint point) {
            return this == TRAINING ? point.trainingError() : point.testError();
        }

        double atTheEnd(RunOutcome run) {
            return this == TRAINING ? run.trainingError() : run.testError();
        }

        @Override
        public String toString() {
            return this == TRAINING ? "training" : "test";
        }
    }

    private enum Layer {
        BAND {
            @Override
            void draw(XYChart chart, int place, ArmRecord arm, Phase phase) {
                TreeMap<Integer, double[]> errors = errors(arm.runs(), phase);
                double[] x = iterations(errors);
                double[] upper = each(errors, runs -> runs.max().orElseThrow());
                double[] lower = each(errors, runs -> runs.min().orElseThrow());
                // Once around: along the worst runs, and back along the best.
                XYSeries band =
                        chart.addSeries(series(place, phase, "band"), thereAndBack(x, x), thereAndBack(upper, lower));
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
            void draw(XYChart chart, int place, ArmRecord arm, Phase phase) {
                for (int i = 0; i < arm.runs().size(); i++) {
                    RunOutcome run = arm.runs().get(i);
                    TreeMap<Integer, double[]> errors = errors(List.of(run), phase);
                    if (!errors.isEmpty()) {
                        XYSeries line = line(chart, series(place, phase, "run " + (i + 1)), errors);
                        line.setLineStyle(ChartStyle.THIN);
                        line.setLineColor(ChartStyle.translucent(ChartStyle.colour(place), 120));
                        line.setShowInLegend(false);
                    }
                }
            }
        },
        MEAN {
            @Override
            void draw(XYChart chart, int place, ArmRecord arm, Phase phase) {
                XYSeries line = line(chart, series(place, phase, "mean"), errors(arm.runs(), phase));
                line.setLabel(arm.name() + " " + phase);
                line.setLineStyle(phase == Phase.TEST ? ChartStyle.SOLID : ChartStyle.DASHED);
                line.setLineColor(ChartStyle.colour(place));
            }
        };

        abstract void draw(XYChart chart, int place, ArmRecord arm, Phase phase);

        static XYSeries line(XYChart chart, String name, TreeMap<Integer, double[]> errors) {
            double[] means = each(errors, runs -> runs.average().orElseThrow());
            XYSeries line = chart.addSeries(name, iterations(errors), means);
            line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
            line.setMarker(SeriesMarkers.NONE);
            return line;
        }
    }

    /** The errors of all runs at each iteration at which any was observed. */
    private static TreeMap<Integer, double[]> errors(List<RunOutcome> all, Phase phase) {
        TreeMap<Integer, double[]> errors = new TreeMap<>();
        all.stream()
                .flatMap(run -> run.curve().stream())
                .map(CurvePoint::iteration)
                .distinct()
                .forEach(iteration -> errors.put(
                        iteration,
                        all.stream()
                                .flatMapToDouble(run -> at(run, iteration, phase))
                                .toArray()));
        errors.values().removeIf(runs -> runs.length == 0);
        return errors;
    }

    /** A run that diverged counts as guessing from then on, so that the mean does not get better by its end. */
    private static DoubleStream at(RunOutcome run, int iteration, Phase phase) {
        DoubleStream observed = run.curve().stream()
                .filter(point -> point.iteration() == iteration)
                .mapToDouble(phase::at)
                .filter(Double::isFinite)
                .limit(1);
        double[] error = observed.toArray();
        boolean guessing = run.diverged() && error.length == 0;
        return guessing ? DoubleStream.of(phase.atTheEnd(run)) : Arrays.stream(error);
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
                .flatMap(arm -> Arrays.stream(Phase.values()).map(phase -> errors(arm.runs(), phase)))
                .flatMap(errors -> errors.values().stream())
                .flatMapToDouble(Arrays::stream)
                .max()
                .orElse(0);
        return Math.min(100, 10 * (Math.floor(highest / 10) + 1));
    }
}
