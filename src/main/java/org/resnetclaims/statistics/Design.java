package org.resnetclaims.statistics;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/** What a hypothesis sets against what, and so which mean difference D it speaks of. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Design.TwoArms.class, name = "two-arms"),
    @JsonSubTypes.Type(value = Design.AgainstNumber.class, name = "number"),
    @JsonSubTypes.Type(value = Design.Pairs.class, name = "pairs"),
    @JsonSubTypes.Type(value = Design.Order.class, name = "order")
})
public sealed interface Design {

    /** How many arms it takes at least. */
    default int fewestArms() {
        return 2;
    }

    /** How many arms it takes at most. */
    default int mostArms() {
        return 2;
    }

    /** One arm against another: D is the mean of the first less that of the second. */
    record TwoArms() implements Design {}

    /**
     * One arm against a number: D is its mean less the number.
     *
     * @param inWords such as {@code the 6.97 % of Table 6}
     * @param because a sentence on why it is this number, or this margin around it
     */
    record AgainstNumber(double value, String inWords, String because) implements Design {

        public AgainstNumber {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("an arm is set against a finite number, not against " + value);
            }
            Objects.requireNonNull(inWords, "a number has no words");
            Objects.requireNonNull(because, "a number has no reason");
        }

        @Override
        public int fewestArms() {
            return 1;
        }

        @Override
        public int mostArms() {
            return 1;
        }
    }

    /**
     * The same networks measured in two ways, which the record holds as two arms: D is the mean, over the networks, of
     * the first number less the second.
     *
     * @param networks their name
     * @param other what the second way measures, such as {@code test error of one view}
     */
    record Pairs(String networks, String other) implements Design {

        public Pairs {
            Objects.requireNonNull(networks, "pairs are of no networks");
            Objects.requireNonNull(other, "pairs have no second number");
        }
    }

    /**
     * Several arms in an order: D is how much the straight line of least squares through their means rises from the
     * first arm to the last.
     */
    record Order() implements Design {

        @Override
        public int mostArms() {
            return Integer.MAX_VALUE;
        }
    }
}
