package org.resnetclaims.report.charts;

import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Writes a chart of XChart as SVG whose text is text and whose colours are classes of the page around it. XChart itself
 * writes outlines of letters and fixed colours, which neither dark pages nor screen readers can use.
 */
final class SvgChart {

    private static final int LEFT = 58;
    private static final int RIGHT = 18;
    private static final int TOP = 32;
    private static final int BOTTOM = 56;
    private static final int TICKS = 6;

    /** Around the axes, for the markers on them. */
    private static final int MARGIN = 6;

    /** How far above the middle of a row its name stands. */
    private static final double LABEL = 0.22;

    /** More markers than these would hide their line. */
    private static final int MARKERS = 8;

    private static final String STYLE = """
            <style>
            svg{font:15px system-ui,sans-serif;fill:#1d2126;color:#1d2126;background:#fff}
            .grid{stroke:#e1e4e8}.path{fill:none}.c0{color:#0072b2}.c1{color:#c25500}.c2{color:#007a5a}.c3{color:#a4467e}.c4{color:#8a6400}.c5{color:#5b4bb5}.c6{color:#444b53}.g{color:#6b737c}
            @media (prefers-color-scheme:dark){svg{fill:#e7eaee;color:#e7eaee;background:#14171b}.grid{stroke:#343b44}.c0{color:#56b4e9}.c1{color:#ff9a52}.c2{color:#3fcf9f}.c3{color:#ee9bc9}.c4{color:#e6b93f}.c5{color:#b3a6ff}.c6{color:#d5dae0}.g{color:#9aa3ad}}
            </style>""";

    private final XYChart chart;
    private final String title;
    private final boolean rows;
    private final double[] x;
    private final double[] y;
    private final StringBuilder out = new StringBuilder();

    SvgChart(XYChart chart, String title) {
        this.chart = chart;
        this.title = title;
        XYStyler styler = chart.getStyler();
        rows = !styler.isYAxisTicksVisible();
        x = range(styler.getXAxisMin(), styler.getXAxisMax(), XYSeries::getXData);
        y = range(styler.getYAxisMin(), styler.getYAxisMax(), XYSeries::getYData);
    }

    /** With what a viewer of images needs to show it alone. */
    static String alone(String svg) {
        return svg.replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
                .replaceFirst(">", ">" + STYLE.replace("\n", ""));
    }

    String draw() {
        // What lies where, and which values the axes span, so that the script of the page can show a part of it larger.
        out.append(
                "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" data-box=\"%s %s %s %s\" data-x=\"%s %s\"%s>"
                        .formatted(
                                chart.getWidth(),
                                chart.getHeight(),
                                escaped(title),
                                shown(left()),
                                TOP,
                                shown(right()),
                                shown(bottom()),
                                x[0],
                                x[1],
                                rows ? "" : " data-y=\"%s %s\"".formatted(y[0], y[1])));
        axes();
        // An image within the image, which cuts off what lies beyond the axes.
        out.append("<svg x=\"%1$s\" y=\"%2$s\" width=\"%3$s\" height=\"%4$s\" viewBox=\"%1$s %2$s %3$s %4$s\">"
                .formatted(
                        shown(left() - MARGIN),
                        TOP - MARGIN,
                        shown(right() - left() + 2 * MARGIN),
                        shown(bottom() - TOP + 2 * MARGIN)));
        for (XYSeries series : chart.getSeriesCollection()) {
            draw(series);
        }
        return out.append("</svg></svg>").toString();
    }

    private void axes() {
        out.append("<g class=\"grid\">");
        Ticks.between(x[0], x[1], TICKS).forEach(tick -> line(x(tick), TOP, x(tick), bottom()));
        if (!rows) {
            Ticks.between(y[0], y[1], TICKS).forEach(tick -> line(left(), y(tick), right(), y(tick)));
        }
        out.append("</g><g class=\"axis ticks\" fill=\"currentColor\">");
        Ticks.between(x[0], x[1], TICKS).forEach(tick -> text(x(tick), bottom() + 22, "middle", label(tick, true)));
        if (!rows) {
            Ticks.between(y[0], y[1], TICKS).forEach(tick -> text(left() - 8, y(tick) + 4, "end", label(tick, false)));
        }
        out.append("</g><g class=\"axis\" fill=\"currentColor\">");
        if (!rows) {
            text(0, 16, "start", chart.getYAxisTitle());
        }
        text(right(), chart.getHeight() - 6, "end", chart.getXAxisTitle());
        out.append("</g>");
    }

    private String label(double tick, boolean ofX) {
        var format = ofX
                ? chart.getStyler().getXAxisTickLabelsFormattingFunction()
                : chart.getStyler().getYAxisTickLabelsFormattingFunction();
        return format == null ? Ticks.text(tick) : format.apply(tick);
    }

    private void draw(XYSeries series) {
        XYSeriesRenderStyle style = series.getXYSeriesRenderStyle().orElse(XYSeriesRenderStyle.Line);
        boolean area = style == XYSeriesRenderStyle.PolygonArea;
        boolean dots = style == XYSeriesRenderStyle.Scatter;
        Color colour = area ? series.getFillColor() : dots ? series.getMarkerColor() : series.getLineColor();
        out.append("<g class=\"%s %s\"%s>"
                .formatted(
                        ChartStyle.index(colour) < 0 ? "g" : "c" + ChartStyle.index(colour),
                        classes(series.getName()),
                        colour.getAlpha() == 255
                                ? ""
                                : " opacity=\"%s\""
                                        .formatted(Ticks.text(Math.round(colour.getAlpha() / 2.55) / 100.0))));
        if (area) {
            out.append("<path fill=\"currentColor\" d=\"").append(path(series)).append("Z\"/>");
        } else if (!dots) {
            out.append("<path class=\"path\" stroke=\"currentColor\" stroke-width=\"%s\"%s d=\"%s\"/>"
                    .formatted(Ticks.text(series.getLineWidth()), dashes(series), path(series)));
        }
        if (series.getMarker() != SeriesMarkers.NONE) {
            markers(series);
        }
        if (rows && series.isShowInLegend()) {
            text(left(), y(Math.round(series.getYData()[0]) + LABEL), "start", series.getLabel());
        }
        out.append("</g>");
    }

    /** From {@code arm 1, test error, run 2} to {@code a1 run}. */
    private static String classes(String name) {
        String[] parts = name.split(", ", -1);
        return parts[0].replace("arm ", "a").replace(' ', '-')
                + " "
                + parts[parts.length - 1].replaceFirst(" \\d+$", "").replace(' ', '-');
    }

    private static String dashes(XYSeries series) {
        float[] dashes = series.getLineStyle().getDashArray();
        return dashes == null
                ? ""
                : " stroke-dasharray=\"%s %s\"".formatted(Ticks.text(dashes[0]), Ticks.text(dashes[1]));
    }

    private String path(XYSeries series) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < series.getXData().length; i++) {
            path.append(i == 0 ? "M" : "L")
                    .append(shown(x(series.getXData()[i])))
                    .append(' ')
                    .append(shown(y(series.getYData()[i])));
        }
        return path.toString();
    }

    /** Each with its value, which browsers show to who points at it, and read to who cannot see it. */
    private void markers(XYSeries series) {
        int every = (series.getXData().length + MARKERS - 1) / MARKERS;
        for (int i = 0; i < series.getXData().length; i++) {
            double atX = series.getXData()[i];
            double atY = series.getYData()[i];
            boolean visible = i % every == every - 1 || every == 1;
            String marker = shape(visible ? series.getMarker() : null, x(atX), y(atY));
            out.append("<g%s><title>%s</title>%s</g>"
                    .formatted(visible ? "" : " opacity=\"0\"", escaped(value(series, atX, atY)), marker));
        }
    }

    private String value(XYSeries series, double atX, double atY) {
        return rows
                ? "%s: %s".formatted(series.getLabel(), Ticks.text(atX))
                : "%s: %s at %s %s"
                        .formatted(series.getLabel(), Ticks.text(atY), chart.getXAxisTitle(), label(atX, true));
    }

    /** @param marker null for a circle that nobody sees */
    static String shape(@Nullable Marker marker, double x, double y) {
        if (marker == null || marker == SeriesMarkers.CIRCLE) {
            return "<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"currentColor\"/>".formatted(shown(x), shown(y));
        }
        String path = marker == SeriesMarkers.CROSS
                ? "m-4-4 8 8m0-8-8 8"
                : marker == SeriesMarkers.PLUS
                        ? "m-5 0h10m-5-5v10"
                        : marker == SeriesMarkers.SQUARE
                                ? "m-4-4h8v8h-8z"
                                : marker == SeriesMarkers.DIAMOND
                                        ? "m0-6 5 6-5 6-5-6z"
                                        : marker == SeriesMarkers.TRIANGLE_UP
                                                ? "m0-5 5 9h-10z"
                                                : marker == SeriesMarkers.TRIANGLE_DOWN
                                                        ? "m0 5 5-9h-10z"
                                                        : "m-5-2.5h10v5h-10z";
        return "<path fill=\"currentColor\" stroke=\"currentColor\" d=\"M%s %s%s\"/>"
                .formatted(shown(x), shown(y), path);
    }

    private void line(double fromX, double fromY, double toX, double toY) {
        out.append("<path d=\"M%s %sL%s %s\"/>".formatted(shown(fromX), shown(fromY), shown(toX), shown(toY)));
    }

    private void text(double atX, double atY, String anchor, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            out.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"currentColor\">%s</text>"
                    .formatted(shown(atX), shown(atY), anchor, escaped(text)));
        }
    }

    private double x(double value) {
        return left() + (right() - left()) * (value - x[0]) / (x[1] - x[0]);
    }

    private double y(double value) {
        return bottom() - (bottom() - TOP) * (value - y[0]) / (y[1] - y[0]);
    }

    private double left() {
        return rows ? RIGHT : LEFT;
    }

    private double right() {
        return chart.getWidth() - RIGHT;
    }

    private double bottom() {
        return chart.getHeight() - BOTTOM;
    }

    private double[] range(@Nullable Double low, @Nullable Double high, Coordinates data) {
        double[] all = chart.getSeriesCollection().stream()
                .flatMapToDouble(series -> Arrays.stream(data.of(series)))
                .filter(Double::isFinite)
                .toArray();
        double least = DoubleStream.of(all).min().orElse(0);
        double most = DoubleStream.of(all).max().orElse(1);
        double room = most > least ? 0.05 * (most - least) : Math.max(1e-6, 0.05 * Math.abs(most));
        return new double[] {low == null ? least - room : low, high == null ? most + room : high};
    }

    private interface Coordinates {
        double[] of(XYSeries series);
    }

    private static String shown(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels).replace(".0", "");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
