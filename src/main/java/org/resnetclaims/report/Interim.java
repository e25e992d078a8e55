package org.resnetclaims.report;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.Underway;

/**
 * How far a session has come that is under way.
 *
 * @param asOf ISO-8601 text
 * @param renewedAfterSeconds how long it is until the report is drawn again, at most
 * @param secondsLeft null where nobody can tell
 * @param inWords all of it but the time
 */
record Interim(
        String asOf,
        int renewedAfterSeconds,
        int decided,
        int open,
        @Nullable Double secondsLeft,
        String inWords) {

    static Interim of(Underway underway, int claims) {
        int open = underway.open().size();
        int decided = claims - open;
        Double left = underway.secondsLeft();
        return new Interim(
                underway.asOf().truncatedTo(ChronoUnit.SECONDS).toString(),
                underway.renewedAfterSeconds(),
                decided,
                open,
                left,
                "%d of %d claims are decided, %d open%s."
                        .formatted(
                                decided,
                                claims,
                                open,
                                left == null ? "" : "; about %s left".formatted(Numbers.duration(left))));
    }
}
