package org.resnetclaims.evidence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.statistics.Decision;

/** What a claim has asserted of arms by the end of its test, and how far that was decided. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClaimState.Exact.class, name = "exact"),
    @JsonSubTypes.Type(value = ClaimState.Undecided.class, name = "undecided"),
    @JsonSubTypes.Type(value = ClaimState.Judged.class, name = "judged")
})
public sealed interface ClaimState {

    /** Nothing was asserted of arms: the claim rests on exact numbers, or has not come as far as asserting anything. */
    record Exact() implements ClaimState {}

    /**
     * Something was asserted of arms, but not decided.
     *
     * @param arms with those runs that were trained by then
     */
    record Undecided(ObservableRecord observable, String hypothesis, List<ArmRecord> arms) implements ClaimState {

        public Undecided {
            Objects.requireNonNull(observable, "an undecided claim has no observable");
            Objects.requireNonNull(hypothesis, "an undecided claim has no hypothesis");
            arms = List.copyOf(arms);
        }
    }

    /**
     * What was asserted of arms is decided.
     *
     * @param hypothesis in words, fixed before the result
     * @param control the claim's own; null where it has none
     * @param guards the ids of the session's controls that guard it too
     */
    record Judged(
            ObservableRecord observable,
            String hypothesis,
            List<ArmRecord> arms,
            Decision decision,
            @Nullable ControlRecord control,
            List<String> guards)
            implements ClaimState {

        public Judged {
            Objects.requireNonNull(observable, "a judged claim has no observable");
            Objects.requireNonNull(hypothesis, "a judged claim has no hypothesis");
            Objects.requireNonNull(decision, "a judged claim has no decision");
            arms = List.copyOf(arms);
            guards = List.copyOf(guards);
            if (arms.isEmpty() || arms.stream().anyMatch(arm -> arm.numbers().isEmpty())) {
                throw new IllegalArgumentException("a judged claim has no arms, or one without numbers");
            }
        }
    }
}
