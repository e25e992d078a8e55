package org.resnetclaims.report.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The looks that all charts share. */
final class ChartStyle {

    static final int WIDTH = 640;
    static final int HEIGHT = 380;

    static final Color INK = new Color(0x1d, 0x21, 0x26);
    static final Color GREY = new Color(0x80, 0x87, 0x90);

    static final BasicStroke SOLID = stroke(2.4f);
    static final BasicStroke DASHED =
            new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 5}, 0);
    static final BasicStroke DOTTED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 3}, 0);
    static final BasicStroke THIN = stroke(0.8f);
    static final BasicStroke NONE = stroke(0);

    /**
     * After Okabe and Ito, darker, so that all stand out from white; the page has lighter ones of its own for black.
     */
    private static final List<Color> PALETTE = List.of(
            new Color(0x00, 0x72, 0xB2),
            new Color(0xC2, 0x55, 0x00),
            new Color(0x00, 0x7A, 0x5A),
            new Color(0xA4, 0x46, 0x7E),
            new Color(0x8A, 0x64, 0x00),
            new Color(0x5B, 0x4B, 0xB5),
            new Color(0x44, 0x4B, 0x53));

    static final int COLOURS = PALETTE.size();

    /** They tell arms apart where colours do not, in print and to the colour-blind. */
    private static final List<Marker> MARKERS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.SQUARE,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.TRIANGLE_DOWN,
            SeriesMarkers.PLUS,
            SeriesMarkers.RECTANGLE);

    private ChartStyle() {}

    static Color colour(int index) {
        return PALETTE.get(index);
    }

    static Marker marker(int index) {
        return MARKERS.get(index);
    }

    /** Which of the colours this is, however transparent; -1 for one that belongs to no arm. */
    static int index(Color colour) {
        return PALETTE.indexOf(new Color(colour.getRGB() | 0xFF000000));
    }

    static Color translucent(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    static void apply(AxesChartStyler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setChartFontColor(INK);
        styler.setChartPadding(10);
        styler.setChartTitleVisible(false);
        styler.setLegendFont(font(12));
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setLegendSeriesLineLength(30);
        styler.setLegendPadding(8);
        styler.setPlotBorderVisible(false);
        styler.setAxisTitleFont(font(12));
        styler.setAxisTickLabelsFont(font(12));
        styler.setAxisTitlePadding(6);
        styler.setPlotGridLinesColor(new Color(0xE4, 0xE4, 0xE4));
        styler.setPlotGridLinesStroke(stroke(1));
        styler.setAxisTickMarksColor(GREY);
        styler.setMarkerSize(7);
        styler.setPlotMargin(0);
        // Labels at the very ends of an axis are not drawn, so the ends stand a little off.
        styler.setPlotContentSize(0.985);
    }

    private static Font font(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }

    private static BasicStroke stroke(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
