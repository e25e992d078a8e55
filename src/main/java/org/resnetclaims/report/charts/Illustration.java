package org.resnetclaims.report.charts;

import java.io.IOException;
import java.util.List;
import org.knowm.xchart.XYChart;

/**
 * A chart with what a reader needs to understand it.
 *
 * @param name of its file, without the ending
 * @param title what it shows, in a few words
 * @param howToRead one line
 * @param legend an entry for each arm; empty where the rows bear their names
 */
public record Illustration(String name, String title, String howToRead, List<Key> legend, XYChart chart) {

    /**
     * @param arm its place among the arms, from 1 on
     * @param colour the number of its colour in the report
     * @param marker an SVG of its marker
     */
    public record Key(int arm, String name, int colour, String marker) {}

    /** As an element of a page, whose styles give it its colours. */
    public String svg() {
        return new SvgChart(chart, title).draw();
    }

    /** As a file of its own. */
    public String svgFile() {
        return SvgChart.alone(svg());
    }

    public byte[] png() throws IOException {
        return ChartFiles.png(chart);
    }
}
