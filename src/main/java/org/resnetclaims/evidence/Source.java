package org.resnetclaims.evidence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.data.Split;
import org.resnetclaims.training.CurvePoint;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Specimen;

/** Where the number of a run comes from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Source.FinalError.class, name = "error"),
    @JsonSubTypes.Type(value = Source.FirstIterationBelow.class, name = "first-iteration"),
    @JsonSubTypes.Type(value = Source.EarlyTrainingError.class, name = "early-training-error"),
    @JsonSubTypes.Type(value = Source.SmallestGap.class, name = "smallest-gap"),
    @JsonSubTypes.Type(value = Source.Outcome.class, name = "outcome"),
    @JsonSubTypes.Type(value = Source.Examined.class, name = "examined")
})
public sealed interface Source {

    /** What a claim rests on that is judged by such numbers. */
    Kind kind();

    /** The number of a run, where its outcome alone decides it. */
    default Optional<Double> of(RunOutcome run) {
        return Optional.empty();
    }

    /**
     * The smallest step between two numbers; 0 where they have none. Runs that agree by chance are not taken to agree
     * better than this.
     *
     * @param runs those of an arm
     */
    default double resolution(List<RunOutcome> runs, DatasetDescription data) {
        return 0;
    }

    /** The error at the end of training on a part of the data, in inference mode and without augmentation. */
    record FinalError(Split split) implements Source {

        public FinalError {
            Objects.requireNonNull(split, "an error is on no part of the data");
        }

        @Override
        public Kind kind() {
            return Kind.TRAINED;
        }

        @Override
        public Optional<Double> of(RunOutcome run) {
            return Optional.of(split == Split.TRAINING ? run.trainingError() : run.testError());
        }

        /** One image. */
        @Override
        public double resolution(List<RunOutcome> runs, DatasetDescription data) {
            return 100.0 / (split == Split.TRAINING ? data.trainingImages() : data.testImages());
        }
    }

    /** The first iteration in the curve of a run at which its running training error is below so many percent. */
    record FirstIterationBelow(double trainingError) implements Source {

        @Override
        public Kind kind() {
            return Kind.TRAINED;
        }

        /** NaN where the run does not come so far. */
        @Override
        public Optional<Double> of(RunOutcome run) {
            return Optional.of(run.curve().stream()
                    .filter(point -> point.trainingError() < trainingError)
                    .mapToDouble(CurvePoint::iteration)
                    .findFirst()
                    .orElse(Double.NaN));
        }

        /** The points of a curve are equally spaced from 0 on, so that the first iteration is the spacing. */
        @Override
        public double resolution(List<RunOutcome> runs, DatasetDescription data) {
            return runs.stream()
                    .flatMap(run -> run.curve().stream())
                    .mapToDouble(CurvePoint::iteration)
                    .min()
                    .orElse(0);
        }
    }

    /** The mean running training error over the first part of the curve of a run; the share is of its iterations. */
    record EarlyTrainingError(double share) implements Source {

        @Override
        public Kind kind() {
            return Kind.TRAINED;
        }

        /** NaN for a run that diverged before the first point of its curve. */
        @Override
        public Optional<Double> of(RunOutcome run) {
            int last = run.curve().isEmpty()
                    ? 0
                    : run.curve().get(run.curve().size() - 1).iteration();
            return Optional.of(run.curve().stream()
                    .filter(point -> point.iteration() <= share * last)
                    .mapToDouble(CurvePoint::trainingError)
                    .average()
                    .orElse(Double.NaN));
        }
    }

    /**
     * The smallest difference between the running training errors of a run and of the run of another arm with the same
     * seed, over the points of their curves.
     *
     * @param other the name of the other arm
     * @param after what share of the iterations
     */
    record SmallestGap(String other, double after) implements Source {

        public SmallestGap {
            Objects.requireNonNull(other, "a gap is to no other arm");
        }

        @Override
        public Kind kind() {
            return Kind.TRAINED;
        }

        /** NaN where the curves do not have the same points. */
        public double between(RunOutcome run, RunOutcome lower) {
            double smallest = Double.POSITIVE_INFINITY;
            int points = run.curve().size();
            for (int i = 0; i < points; i++) {
                CurvePoint point = run.curve().get(i);
                if (i >= lower.curve().size() || lower.curve().get(i).iteration() != point.iteration()) {
                    return Double.NaN;
                }
                if (point.iteration() > after * run.curve().get(points - 1).iteration()) {
                    smallest = Math.min(
                            smallest,
                            point.trainingError() - lower.curve().get(i).trainingError());
                }
            }
            return smallest;
        }
    }

    /**
     * Another number of what the training of a run has left behind.
     *
     * @param step the smallest between two numbers; 0 where they have none
     */
    record Outcome(double step) implements Source {

        @Override
        public Kind kind() {
            return Kind.TRAINED;
        }

        @Override
        public double resolution(List<RunOutcome> runs, DatasetDescription data) {
            return step;
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
