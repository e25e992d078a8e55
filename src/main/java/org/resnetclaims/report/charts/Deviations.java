package org.resnetclaims.report.charts;

import java.util.List;
import java.util.Objects;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Quantity;

/**
 * By how much our numbers are off those that they are set beside, in units of the last digit that those have: one row
 * for each, so that numbers of any unit and size share a chart.
 */
final class Deviations {

    /** Ours agrees from half a unit below, which is rounded up, to a whole one above, which is cut off. */
    private static final double[] AGREEMENT = {-0.5, 1};

    private static final int ROW_HEIGHT = 38;
    private static final int FRAME_HEIGHT = 90;

    private Deviations() {}

    /** Whether any of them is off: else there is nothing to see. */
    static boolean canShow(List<Quantity> quantities) {
        return comparable(quantities).stream().anyMatch(quantity -> inLastDigits(quantity) != 0);
    }

    static String title(List<Quantity> quantities) {
        if (!has(Origin.DERIVED, quantities)) {
            return "Deviation from the numbers of the paper";
        }
        return has(Origin.PRINTED, quantities)
                ? "Deviation from the numbers of the paper, and from those derived from its description"
                : "Deviation from numbers derived from the description in the paper";
    }

    static String howToRead(List<Quantity> quantities) {
        return "Each row is one number of ours, by how many units of the last printed digit it is off. Between the dotted lines"
                + " it rounds, or is cut off, to what is printed."
                + (has(Origin.PRINTED, quantities) ? " A circle stands beside a number that the paper prints." : "")
                + (has(Origin.DERIVED, quantities) ? " A square stands beside one that is derived." : "");
    }

    private static boolean has(Origin origin, List<Quantity> quantities) {
        return comparable(quantities).stream().anyMatch(quantity -> quantity.origin() == origin);
    }

    static XYChart draw(List<Quantity> quantities) {
        List<Quantity> compared = comparable(quantities);
        XYChart chart = new XYChartBuilder()
                .width(ChartStyle.WIDTH)
                .height(FRAME_HEIGHT + ROW_HEIGHT * compared.size())
                .xAxisTitle("ours less theirs, in units of the last digit")
                .build();
        ChartStyle.apply(chart.getStyler());
        chart.getStyler().setYAxisMin(0.5);
        chart.getStyler().setYAxisMax(compared.size() + 0.5);
        chart.getStyler().setYAxisTicksVisible(false);
        for (double bound : AGREEMENT) {
            XYSeries line = chart.addSeries(
                    "agreement, bound " + bound, new double[] {bound, bound}, new double[] {0.5, compared.size() + 0.5
                    });
            line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
            line.setMarker(SeriesMarkers.NONE);
            line.setLineStyle(ChartStyle.DOTTED);
            line.setLineColor(ChartStyle.GREY);
            line.setShowInLegend(false);
        }
        for (int i = 0; i < compared.size(); i++) {
            Quantity quantity = compared.get(i);
            boolean printed = quantity.origin() == Origin.PRINTED;
            double[] row = {compared.size() - i};
            XYSeries dot = chart.addSeries(series(i), new double[] {inLastDigits(quantity)}, row);
            dot.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
            dot.setMarker(printed ? SeriesMarkers.CIRCLE : SeriesMarkers.SQUARE);
            dot.setMarkerColor(printed ? ChartStyle.colour(0) : ChartStyle.GREY);
            dot.setLabel(QuantityNames.plain(quantity.name()));
        }
        return chart;
    }

    static String series(int quantity) {
        return "number %d, deviation".formatted(quantity + 1);
    }

    private static List<Quantity> comparable(List<Quantity> quantities) {
        return quantities.stream()
                .filter(quantity -> quantity.deviationInLastDigits() != null)
                .toList();
    }

    private static double inLastDigits(Quantity quantity) {
        return Objects.requireNonNullElse(quantity.deviationInLastDigits(), 0.0);
    }
}
