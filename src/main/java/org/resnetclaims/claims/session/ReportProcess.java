package org.resnetclaims.claims.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.resnetclaims.files.Cause;

/**
 * Draws the report of a session in a process of its own, since drawing needs libraries that cannot be loaded in one
 * that shuts down.
 */
final class ReportProcess {

    /** Named as in the build, since no class of this room may depend on the report. */
    private static final String REPORT = "org.resnetclaims.report.Report";

    private ReportProcess() {}

    /**
     * Does not throw, since what is reported is on the disk already; prints what is wrong.
     *
     * @return whether there is a report now
     */
    static boolean draw(Path results, Duration limit) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                REPORT,
                results.toString());
        try {
            Process report = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!report.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                report.destroyForcibly();
                return complain("it takes too long");
            }
            return report.exitValue() == 0
                    || complain("make report WITH=-Dresults.dir=%s tells why".formatted(results));
        } catch (IOException e) {
            return complain(Cause.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean complain(String why) {
        System.err.printf("The report of what is done cannot be drawn: %s.%n", why);
        return false;
    }
}
