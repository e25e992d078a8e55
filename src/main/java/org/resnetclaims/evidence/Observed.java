package org.resnetclaims.evidence;

import org.jspecify.annotations.Nullable;
import org.resnetclaims.training.Mistakes;

/**
 * What an arm is judged by, of one of its runs.
 *
 * @param value not finite where the run has no such number, as one that diverged may not
 * @param mistakes the images that an error counts; null for other numbers, and for the errors of a run itself, which
 *     has its own
 */
public record Observed(long seed, double value, @Nullable Mistakes mistakes) {

    public Observed(long seed, double value) {
        this(seed, value, null);
    }
}
