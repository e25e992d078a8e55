package org.resnetclaims.evidence;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That a claim is known to come out REFUTED at the scale in force. Its test passes when it does, and fails when the
 * claim suddenly holds.
 *
 * @param figures what was measured when this was declared
 * @param because what explains it
 */
public record ExpectedRefutation(String figures, String because) {

    public ExpectedRefutation {
        Objects.requireNonNull(figures, "an expected refutation has no figures");
        Objects.requireNonNull(because, "an expected refutation has no reason");
    }

    /** Whether it came out; null where the claim has come to nothing that could be expected. */
    public @Nullable Boolean isMetBy(Status status) {
        return switch (status) {
            case UNTRUSTWORTHY, NOT_TESTED, OPEN -> null;
            case REPRODUCED, REFUTED, INCONCLUSIVE -> status == Status.REFUTED;
        };
    }
}
