package org.resnetclaims.evidence;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A control that guards all trained claims of a session at once.
 *
 * @param id such as {@code session.null-contrasts}
 * @param description what it does, in one sentence
 * @param held whether it came out as it must; null while it is not decided
 * @param result what it found, in one sentence with its numbers
 * @param runs those that were trained for it, and the decision on them; null for one that looks at the runs of claims
 */
public record SessionControl(
        String id,
        String description,
        @Nullable Boolean held,
        String result,
        @Nullable ControlRecord runs) {

    public SessionControl {
        Objects.requireNonNull(id, "a control has no id");
        Objects.requireNonNull(description, "a control has no description");
        Objects.requireNonNull(result, "a control has no result");
    }

    /** Whether it came out as it must not; one that is not decided has neither held nor failed. */
    public boolean failed() {
        return Boolean.FALSE.equals(held);
    }
}
