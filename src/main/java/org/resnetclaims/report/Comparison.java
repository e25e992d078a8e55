package org.resnetclaims.report;

import java.awt.Font;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Quantity;

/** Numbers of one unit, the paper's and those derived from its description beside ours. */
final class Comparison {

    private static final double DECADES_NEED_LOGARITHM = 100;

    private Comparison() {}

    /** Whether there is a bar to show, and all bars have a finite length. */
    static boolean canShow(List<Quantity> quantities) {
        return values(quantities).anyMatch(value -> value != 0)
                && values(quantities).allMatch(Double::isFinite);
    }

    static String howToRead(List<Quantity> quantities) {
        return "Blue is what this suite found"
                + (has(Origin.PRINTED, quantities) ? ", grey what the paper prints" : "")
                + (has(Origin.DERIVED, quantities) ? ", light grey what follows from the paper's description" : "")
                + "; the exact numbers are in the table."
                + (isLogarithmic(quantities) ? " The scale is logarithmic." : "");
    }

    static CategoryChart draw(String source, String unit, List<Quantity> quantities) {
        List<String> names = quantities.stream().map(Quantity::name).distinct().toList();
        boolean slanted = names.stream().mapToInt(String::length).sum() > 70;
        CategoryChart chart = new CategoryChartBuilder()
                .width(ChartStyle.WIDTH)
                .height(slanted ? ChartStyle.HEIGHT + 80 : ChartStyle.HEIGHT)
                .title("%s: %s numbers and ours"
                        .formatted(source, has(Origin.PRINTED, quantities) ? "the paper's" : "derived"))
                .yAxisTitle(unit)
                .build();
        ChartStyle.apply(chart.getStyler());
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
        chart.getStyler().setAvailableSpaceFill(0.7);
        chart.getStyler().setXAxisLabelRotation(slanted ? 40 : 0);
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setLabelsPosition(1.05);
        chart.getStyler().setLabelsFont(ChartStyle.font(Font.PLAIN, 11));
        chart.getStyler().setYAxisTickLabelsFormattingFunction(Numbers::compact);
        if (isLogarithmic(quantities)) {
            // XChart takes a missing number for zero, which a logarithmic axis cannot show: so the bounds are set here.
            chart.getStyler().setYAxisLogarithmic(true);
            chart.getStyler()
                    .setYAxisMin(decade(Math::floor, values(quantities).min().orElse(1)));
            chart.getStyler()
                    .setYAxisMax(decade(Math::ceil, values(quantities).max().orElse(1)));
        } else {
            chart.getStyler().setYAxisMin(Math.min(0, values(quantities).min().orElse(0)));
            chart.getStyler().setYAxisMax(1.12 * values(quantities).max().orElse(0));
        }
        if (has(Origin.PRINTED, quantities)) {
            chart.addSeries("paper", names, of(Origin.PRINTED, quantities)).setFillColor(ChartStyle.PAPER_GREY);
        }
        if (has(Origin.DERIVED, quantities)) {
            chart.addSeries("derived", names, of(Origin.DERIVED, quantities)).setFillColor(ChartStyle.DERIVED_GREY);
        }
        chart.addSeries(
                        "this suite",
                        names,
                        quantities.stream().map(Quantity::measured).toList())
                .setFillColor(ChartStyle.colour(0));
        return chart;
    }

    private static boolean has(Origin origin, List<Quantity> quantities) {
        return quantities.stream().anyMatch(quantity -> quantity.origin() == origin);
    }

    /** With gaps where a number is of another origin. */
    private static List<Double> of(Origin origin, List<Quantity> quantities) {
        return quantities.stream()
                .map(quantity -> quantity.origin() == origin ? quantity.paper() : null)
                .toList();
    }

    /** Whether the small ones would vanish beside the large ones. */
    private static boolean isLogarithmic(List<Quantity> quantities) {
        return values(quantities).allMatch(value -> value > 0)
                && values(quantities).max().orElse(1)
                        > DECADES_NEED_LOGARITHM * values(quantities).min().orElse(1);
    }

    private static double decade(DoubleUnaryOperator rounding, double value) {
        return Math.pow(10, rounding.applyAsDouble(Math.log10(value)));
    }

    private static DoubleStream values(List<Quantity> quantities) {
        return quantities.stream()
                .flatMapToDouble(quantity -> quantity.paper() == null
                        ? DoubleStream.of(quantity.measured())
                        : DoubleStream.of(quantity.paper(), quantity.measured()));
    }
}
