package org.resnetclaims.claims.judging;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.ObservableRecord;
import org.resnetclaims.evidence.Source;
import org.resnetclaims.examinations.TopOneError;
import org.resnetclaims.laboratory.Laboratory;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Specimen;

/**
 * What arms are judged by: one number of each run, be it of what its training has left behind, or of what an
 * examination of its network finds. A run for which the number is not finite leaves its claim INCONCLUSIVE.
 */
public final class Observable {

    /** The error on the training set at the end of training, in inference mode and without augmentation. */
    public static final Observable TRAINING_ERROR = ofSource(ObservableRecord.TRAINING_ERROR);

    /** The error on the test set at the end of training, in inference mode: never the best of several epochs. */
    public static final Observable TEST_ERROR = ofSource(ObservableRecord.TEST_ERROR);

    private final ObservableRecord described;
    private final Measurement measurement;

    private Observable(ObservableRecord described, Measurement measurement) {
        this.described = described;
        this.measurement = measurement;
    }

    /** Asks a laboratory for the number of a run. */
    private interface Measurement {
        CompletableFuture<Double> of(Run run, Laboratory laboratory);
    }

    /**
     * A number of what the training of a run has left behind.
     *
     * @param name as it stands after "the mean", such as {@code first iteration below 20 % training error}
     * @param unit in the plural, such as {@code iterations}; {@code %} for a percentage, empty for a plain number
     * @param step the smallest between two numbers, such as 1 for a count; 0 where there is none
     */
    public static Observable ofOutcome(
            String name, String unit, Direction direction, double step, ToDoubleFunction<RunOutcome> number) {
        return new Observable(new ObservableRecord(name, unit, direction, new Source.Outcome(step)), ofOutcome(number));
    }

    /**
     * The first iteration in the curve of a run at which its running training error is below so many percent; none for
     * a run that does not come so far.
     */
    public static Observable firstIterationBelow(double trainingError) {
        return ofSource(new ObservableRecord(
                "first iteration below %s %% training error".formatted(trainingError),
                "iterations",
                Direction.LOWER_IS_BETTER,
                new Source.FirstIterationBelow(trainingError)));
    }

    /**
     * A number of what an examination finds in the network of a run.
     *
     * @param name as it stands after "the mean"
     * @param unit in the plural; {@code %} for a percentage, empty for a plain number
     * @param stage whether the network is examined before its training, for which nothing is trained, or after it; one
     *     whose training diverged has no number
     * @throws IllegalArgumentException for the error of trained networks, which is judged with more care elsewhere
     */
    public static Observable ofFindings(
            String name,
            String unit,
            Direction direction,
            Specimen.Stage stage,
            Examination examination,
            Reduction reduction) {
        if (stage == Specimen.Stage.TRAINED && examination instanceof TopOneError) {
            throw new IllegalArgumentException(
                    "%s of trained networks is a final error, which is a count of images and judged as such: assert trainingError() or testError() instead"
                            .formatted(examination));
        }
        Source source = new Source.Examined(stage, examination.toString(), reduction.name());
        return new Observable(
                new ObservableRecord(name, unit, direction, source),
                stage == Specimen.Stage.INITIAL
                        ? (run, laboratory) -> examined(run, stage, examination, reduction, laboratory)
                        : (run, laboratory) -> {
                            // Asked for before the outcome, so that the run is trained knowing that its network is
                            // wanted: the archive may have no room to keep it.
                            CompletableFuture<Double> number = examined(run, stage, examination, reduction, laboratory);
                            return laboratory
                                    .submit(run)
                                    .thenCompose(outcome -> outcome.diverged()
                                            ? CompletableFuture.completedFuture(Double.NaN)
                                            : number);
                        });
    }

    /** A number that follows from the outcome of a run as its source says. */
    private static Observable ofSource(ObservableRecord described) {
        return new Observable(
                described, ofOutcome(run -> described.source().of(run).orElseThrow()));
    }

    private static Measurement ofOutcome(ToDoubleFunction<RunOutcome> number) {
        return (run, laboratory) -> laboratory.submit(run).thenApply(number::applyAsDouble);
    }

    private static CompletableFuture<Double> examined(
            Run run, Specimen.Stage stage, Examination examination, Reduction reduction, Laboratory laboratory) {
        return laboratory
                .examine(List.of(new Specimen(run, stage)), examination)
                .thenApply(reduction.function()::applyAsDouble);
    }

    /** As it is recorded. */
    public ObservableRecord described() {
        return described;
    }

    /** Its name. */
    @Override
    public String toString() {
        return described.name();
    }

    /** Whether its numbers are of runs that are trained. */
    public boolean needsTraining() {
        return described.needsTraining();
    }

    /** Whether its numbers are findings of an examination. */
    boolean isExamined() {
        return described.source() instanceof Source.Examined;
    }

    /** Asks for what the number of a run needs, without waiting for it. */
    CompletableFuture<Double> number(Run run, Laboratory laboratory) {
        return measurement.of(run, laboratory);
    }
}
