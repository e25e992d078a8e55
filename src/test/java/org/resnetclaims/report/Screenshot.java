package org.resnetclaims.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.resnetclaims.files.AtomicFile;

/** Takes the picture of a report that the README shows: what a reader sees first, on a light page. */
final class Screenshot {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private Screenshot() {}

    /** @param arguments the page, and the PNG */
    public static void main(String[] arguments) throws Exception {
        Path program = Browser.program()
                .orElseThrow(() -> new IOException("No Chromium or Chrome is on the path: install one"));
        Path profile = Files.createTempDirectory("screenshot");
        try (Browser browser = Browser.start(program, profile)) {
            browser.open(Path.of(arguments[0]).toAbsolutePath(), WIDTH, false, true);
            AtomicFile.write(Path.of(arguments[1]), browser.screenshot("", HEIGHT));
        }
        System.out.println("Screenshot: " + arguments[1]);
        // What listens to the browser would keep the JVM alive.
        System.exit(0);
    }
}
