package org.resnetclaims.evidence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import org.resnetclaims.data.Split;
import org.resnetclaims.training.Specimen;

/** Where the number of a run comes from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Source.FinalError.class, name = "error"),
    @JsonSubTypes.Type(value = Source.Outcome.class, name = "outcome"),
    @JsonSubTypes.Type(value = Source.Examined.class, name = "examined")
})
public sealed interface Source {

    /** What a claim rests on that is judged by such numbers. */
    Kind kind();

    /** The error at the end of training on a part of the data, in inference mode and without augmentation. */
    record FinalError(Split split) implements Source {

        public FinalError {
            Objects.requireNonNull(split, "an error is on no part of the data");
        }

        @Override
        public Kind kind() {
            return Kind.TRAINED;
        }
    }

    /** Another number of what the training of a run has left behind, such as a point of its curve. */
    record Outcome() implements Source {

        @Override
        public Kind kind() {
            return Kind.TRAINED;
        }
    }

    /**
     * A number that sums up what an examination of the network has found.
     *
     * @param stage whether the network was examined before its training or after it
     * @param examination in full, as the text of its record says it
     * @param reduction how the findings become one number
     */
    record Examined(Specimen.Stage stage, String examination, String reduction) implements Source {

        public Examined {
            Objects.requireNonNull(stage, "a number is of no stage of the network");
            Objects.requireNonNull(examination, "a number is of no examination");
            Objects.requireNonNull(reduction, "a number does not say how it sums up the findings");
        }

        @Override
        public Kind kind() {
            return stage == Specimen.Stage.INITIAL ? Kind.INITIAL : Kind.EXAMINED;
        }
    }
}
