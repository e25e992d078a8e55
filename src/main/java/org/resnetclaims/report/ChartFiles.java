package org.resnetclaims.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/** Charts as the content of files. */
final class ChartFiles {

    /** Twice the pixels, for dense screens and for print. */
    private static final int PIXEL_RATIO = 2;

    /** Digits of coordinates past a hundredth of a pixel, which are half of an SVG. */
    private static final Pattern FINER_THAN_VISIBLE = Pattern.compile("(\\d\\.\\d\\d)\\d+");

    private ChartFiles() {}

    static byte[] png(Chart<?, ?> chart) throws IOException {
        BufferedImage image = new BufferedImage(
                PIXEL_RATIO * chart.getWidth(), PIXEL_RATIO * chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(PIXEL_RATIO, PIXEL_RATIO);
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    static byte[] svg(Chart<?, ?> chart) throws IOException {
        String svg = new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
        return FINER_THAN_VISIBLE.matcher(svg).replaceAll("$1").getBytes(StandardCharsets.UTF_8);
    }
}
