package org.resnetclaims.evidence;

import java.util.Objects;

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
}
