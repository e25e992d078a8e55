package org.resnetclaims.report.charts;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * of an arm, a thin one for each run, and a band from the best to the worst run. Where the learning rate drops, a
 * dotted line.
 */
final class TrainingCurves {

    /** Where the best arm ends below this share of the axis, it deserves a chart of its own. */
    private static final double CROWDED = 0.3;

    private TrainingCurves() {}

    static String howToRead(List<ArmRecord> arms) {
        return "Lower is better. Bold lines are means over the runs of an arm, thin lines single runs, bands reach from the"
                + " best run to the worst; dashed is the error on training batches, solid the error on test images."
                + (drops(arms).isEmpty() ? "" : " At the dotted lines the learning rate is divided by ten.");
    }

    static boolean canShow(List<ArmRecord> arms) {
        return arms.stream().anyMatch(arm -> Arrays.stream(Phase.values()).anyMatch(phase -> canShow(arm, phase)));
    }

    private static boolean canShow(ArmRecord arm, Phase phase) {
        return !errors(arm.runs(), phase).isEmpty();
    }

    /** All that was observed. */
    static XYChart draw(List<ArmRecord> arms, List<Integer> colours) {
        return draw(arms, colours, tens(highest(arms, 0)));
    }

    /** The better arms from the middle of training on; empty where the whole chart shows them well enough. */
    static Optional<XYChart> closeUp(List<ArmRecord> arms, List<Integer> colours) {
        double whole = tens(highest(arms, 0));
        double best = arms.stream()
                .mapToDouble(arm -> highest(List.of(arm), 0.5))
                .filter(highest -> highest > 0)
                .min()
                .orElse(whole);
        double ceiling = tens(1.2 * best);
        return ceiling <= CROWDED * whole ? Optional.of(draw(arms, colours, ceiling)) : Optional.empty();
    }

    private static XYChart draw(List<ArmRecord> arms, List<Integer> colours, double ceiling) {
        XYChart chart = new XYChartBuilder()
                .width(ChartStyle.WIDTH)
                .height(ChartStyle.HEIGHT)
                .xAxisTitle("iteration")
                .yAxisTitle("error (%)")
                .build();
        ChartStyle.apply(chart.getStyler());
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setYAxisMax(ceiling);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(x -> String.format(Locale.ROOT, "%,.0f", x));
        chart.getStyler().setYAxisTickLabelsFormattingFunction(y -> String.format(Locale.ROOT, "%.0f", y));
        for (int drop : drops(arms)) {
            XYSeries line = chart.addSeries(
                    "learning rate, drop " + drop, new double[] {drop, drop}, new double[] {0, ceiling});
            line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
            line.setMarker(SeriesMarkers.NONE);
            line.setLineStyle(ChartStyle.DOTTED);
            line.setLineColor(ChartStyle.GREY);
            line.setShowInLegend(false);
        }
        // What comes later is drawn on top: bands, then runs, then means.
        for (Layer layer : Layer.values()) {
            for (int i = 0; i < arms.size(); i++) {
                for (Phase phase : Phase.values()) {
                    if (canShow(arms.get(i), phase)) {
                        layer.draw(chart, i, colours.get(i), arms.get(i), phase);
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
            void draw(XYChart chart, int place, int colour, ArmRecord arm, Phase phase) {
                TreeMap<Integer, double[]> errors = errors(arm.runs(), phase);
                double[] x = iterations(errors);
                double[] upper = each(errors, runs -> runs.max().orElseThrow());
                double[] lower = each(errors, runs -> runs.min().orElseThrow());
                // Once around: along the worst runs, and back along the best.
                XYSeries band =
                        chart.addSeries(series(place, phase, "band"), thereAndBack(x, x), thereAndBack(upper, lower));
                band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
                band.setFillColor(ChartStyle.translucent(ChartStyle.colour(colour), 34));
                band.setLineStyle(ChartStyle.NONE);
                band.setLineColor(new Color(0, 0, 0, 0));
                band.setMarker(SeriesMarkers.NONE);
                band.setShowInLegend(false);
            }
        },
        RUNS {
            @Override
            void draw(XYChart chart, int place, int colour, ArmRecord arm, Phase phase) {
                for (int i = 0; i < arm.runs().size(); i++) {
                    RunOutcome run = arm.runs().get(i);
                    TreeMap<Integer, double[]> errors = errors(List.of(run), phase);
                    if (!errors.isEmpty()) {
                        XYSeries line = line(chart, series(place, phase, "run " + (i + 1)), errors);
                        line.setLineStyle(ChartStyle.THIN);
                        line.setLineColor(ChartStyle.translucent(ChartStyle.colour(colour), 120));
                        line.setShowInLegend(false);
                    }
                }
            }
        },
        MEAN {
            @Override
            void draw(XYChart chart, int place, int colour, ArmRecord arm, Phase phase) {
                XYSeries line = line(chart, series(place, phase, "mean"), errors(arm.runs(), phase));
                line.setLabel(arm.name() + " " + phase);
                line.setLineStyle(phase == Phase.TEST ? ChartStyle.SOLID : ChartStyle.DASHED);
                line.setLineColor(ChartStyle.colour(colour));
                line.setMarker(ChartStyle.marker(colour));
                line.setMarkerColor(ChartStyle.colour(colour));
            }
        };

        abstract void draw(XYChart chart, int place, int colour, ArmRecord arm, Phase phase);

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

    private static List<Integer> drops(List<ArmRecord> arms) {
        return arms.stream()
                .flatMap(arm -> arm.recipe().dropsAt().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The highest of all errors after this share of the training. */
    private static double highest(List<ArmRecord> arms, double share) {
        return arms.stream()
                .flatMap(arm -> Arrays.stream(Phase.values()).map(phase -> errors(arm.runs(), phase)
                        .tailMap((int) (share * arm.recipe().iterations()))))
                .flatMap(errors -> errors.values().stream())
                .flatMapToDouble(Arrays::stream)
                .max()
                .orElse(0);
    }

    /** The next multiple of ten above an error. */
    private static double tens(double error) {
        return Math.min(100, 10 * (Math.floor(error / 10) + 1));
    }
}
