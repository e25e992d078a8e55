package org.resnetclaims.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** The looks that all charts share. */
final class ChartStyle {

    static final int WIDTH = 960;
    static final int HEIGHT = 520;

    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color PAPER_GREY = new Color(0x99, 0x99, 0x99);
    static final Color DERIVED_GREY = new Color(0xCC, 0xCC, 0xCC);

    static final BasicStroke SOLID = stroke(2.6f);
    static final BasicStroke DASHED =
            new BasicStroke(2.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {9, 6}, 0);
    static final BasicStroke THIN = stroke(0.9f);
    static final BasicStroke NONE = stroke(0);

    /**
     * The colours of Okabe and Ito, which colour-blind people can tell apart, without yellow, which is hard to see on
     * white.
     */
    private static final List<Color> COLOURS = List.of(
            new Color(0x00, 0x72, 0xB2),
            new Color(0xD5, 0x5E, 0x00),
            new Color(0x00, 0x9E, 0x73),
            new Color(0xCC, 0x79, 0xA7),
            new Color(0xE6, 0x9F, 0x00),
            new Color(0x56, 0xB4, 0xE9),
            Color.BLACK);

    private ChartStyle() {}

    static Color colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    static Color translucent(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    static void apply(AxesChartStyler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setChartFontColor(INK);
        styler.setChartPadding(14);
        styler.setChartTitleFont(font(Font.BOLD, 18));
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitlePadding(10);
        styler.setLegendFont(font(Font.PLAIN, 15));
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendPosition(Styler.LegendPosition.OutsideE);
        styler.setLegendLayout(Styler.LegendLayout.Vertical);
        styler.setLegendSeriesLineLength(34);
        styler.setLegendPadding(12);
        styler.setPlotBorderVisible(false);
        styler.setAxisTitleFont(font(Font.PLAIN, 15));
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 14));
        styler.setAxisTitlePadding(8);
        styler.setPlotGridLinesColor(new Color(0xE4, 0xE4, 0xE4));
        styler.setPlotGridLinesStroke(stroke(1));
        styler.setAxisTickMarksColor(PAPER_GREY);
        styler.setPlotMargin(0);
        // Labels at the very ends of an axis are not drawn, so the ends stand a little off.
        styler.setPlotContentSize(0.985);
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    private static BasicStroke stroke(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
