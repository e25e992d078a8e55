package org.resnetclaims.report.charts;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.Chart;

/** Charts as pictures. */
final class ChartFiles {

    /** More pixels, for dense screens and for print. */
    private static final int PIXEL_RATIO = 3;

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
}
