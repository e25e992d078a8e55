package org.resnetclaims.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.resnetclaims.files.AtomicFile;

/** Takes the picture of a report that the README shows: what a reader sees first, on a light page. */
final class Screenshot {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private Screenshot() {}

    /** A PNG in 32 shades of each colour: of more nobody sees anything but the size of the file. */
    static byte[] of(Browser browser, Path page) throws Exception {
        browser.open(page.toAbsolutePath(), WIDTH, false, true);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(browser.screenshot("", HEIGHT)));
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                opaque.setRGB(x, y, inFewShades(picture.getRGB(x, y)));
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(opaque, "png", png);
        return png.toByteArray();
    }

    private static int inFewShades(int rgb) {
        int shades = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            shades |= Math.round(Math.round((rgb >> shift & 0xFF) * 31 / 255f) * 255 / 31f) << shift;
        }
        return shades;
    }

    /** @param arguments the page, and the PNG */
    public static void main(String[] arguments) throws Exception {
        Path program = Browser.program()
                .orElseThrow(() -> new IOException("No Chromium or Chrome is on the path: install one"));
        Path profile = Files.createTempDirectory("screenshot");
        try (Browser browser = Browser.start(program, profile)) {
            AtomicFile.write(Path.of(arguments[1]), of(browser, Path.of(arguments[0])));
        }
        System.out.println("Screenshot: " + arguments[1]);
        // What listens to the browser would keep the JVM alive.
        System.exit(0);
    }
}
