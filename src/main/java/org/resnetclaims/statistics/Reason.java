package org.resnetclaims.statistics;

import java.util.List;

/** The sentence that goes with a verdict. */
final class Reason {

    private Reason() {}

    static String of(Verdict verdict, double difference, Interval interval, List<Look> looks) {
        Look last = looks.get(looks.size() - 1);
        String measured = "The difference is %s points (%s %% interval %s to %s)"
                .formatted(
                        Numbers.error(difference),
                        Numbers.plain(100 * interval.level()),
                        Numbers.error(interval.lower()),
                        Numbers.error(interval.upper()));
        String boundary = Numbers.probability(last.boundary());
        return switch (verdict) {
            case REPRODUCED -> "%s: %s for the claim is within the boundary of %s at look %d, with %d seeds per arm."
                    .formatted(measured, Numbers.pValue(last.pReproduced()), boundary, looks.size(), last.seeds());
            case REFUTED -> "%s: %s for the contrary of the claim is within the boundary of %s at look %d, with %d seeds per arm."
                    .formatted(measured, Numbers.pValue(last.pRefuted()), boundary, looks.size(), last.seeds());
            default -> "%s: with %d seeds per arm, the most allowed, neither the claim (%s) nor its contrary (%s) is within the boundary of %s."
                    .formatted(
                            measured,
                            last.seeds(),
                            Numbers.pValue(last.pReproduced()),
                            Numbers.pValue(last.pRefuted()),
                            boundary);
        };
    }
}
