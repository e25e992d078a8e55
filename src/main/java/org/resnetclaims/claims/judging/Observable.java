package org.resnetclaims.claims.judging;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.ObservableRecord;
import org.resnetclaims.evidence.Observed;
import org.resnetclaims.evidence.Source;
import org.resnetclaims.examinations.TopOneError;
import org.resnetclaims.laboratory.Laboratory;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Mistakes;
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
        CompletableFuture<Observed> of(Run run, Laboratory laboratory);
    }

    /**
     * Networks that are examined together with that of a run, each from the same seed.
     *
     * @param stage when they are examined
     */
    public record Company(Specimen.Stage stage, List<ArmRuns> arms) {

        /** None at all. */
        static final Company NONE = new Company(Specimen.Stage.TRAINED, List.of());

        public Company {
            arms = List.copyOf(arms);
        }

        private List<Specimen> with(Specimen specimen) {
            return Stream.concat(
                            Stream.of(specimen),
                            arms.stream()
                                    .map(arm ->
                                            new Specimen(arm.run(specimen.run().seed()), stage)))
                    .toList();
        }

        private String inWords() {
            return arms.isEmpty()
                    ? ""
                    : arms.stream().map(ArmRuns::name).collect(Collectors.joining(", ", " together with ", ""));
        }
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

    /** The mean running training error over the first part of training, which is this share of it. */
    public static Observable earlyTrainingError(double share) {
        return ofSource(new ObservableRecord(
                "training error over the first %s of training".formatted(share),
                "%",
                Direction.LOWER_IS_BETTER,
                new Source.EarlyTrainingError(share)));
    }

    /**
     * By how much the running training error of a run lies above that of the run of another arm with the same seed, at
     * the point of their curves where that is least.
     *
     * @param after what share of training; the curves begin at guessing, where they are alike
     */
    public static Observable smallestGapTo(ArmRuns other, double after) {
        Source.SmallestGap gap = new Source.SmallestGap(other.name(), after);
        return new Observable(
                new ObservableRecord(
                        "smallest gap in training error to %s after the first %s of training"
                                .formatted(other.name(), after),
                        "points",
                        Direction.NEITHER_IS_BETTER,
                        gap),
                (run, laboratory) -> laboratory
                        .submit(run)
                        .thenCombine(laboratory.submit(other.run(run.seed())), gap::between)
                        .thenApply(value -> new Observed(run.seed(), value)));
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
        return ofFindings(name, unit, direction, stage, examination, reduction, Company.NONE);
    }

    /** Likewise, of an examination that looks at several networks together, that of the run first. */
    public static Observable ofFindings(
            String name,
            String unit,
            Direction direction,
            Specimen.Stage stage,
            Examination examination,
            Reduction reduction,
            Company company) {
        if (stage == Specimen.Stage.TRAINED && examination instanceof TopOneError) {
            throw new IllegalArgumentException(
                    "%s of trained networks is a final error, which is a count of images and judged as such: assert trainingError() or testError() instead"
                            .formatted(examination));
        }
        return new Observable(
                new ObservableRecord(
                        name,
                        unit,
                        direction,
                        new Source.Examined(stage, examination + company.inWords(), reduction.name())),
                examined(
                        stage,
                        examination,
                        company,
                        (run, findings) ->
                                new Observed(run.seed(), reduction.function().applyAsDouble(findings))));
    }

    /** As {@link #ofMistakes(String, Examination, String, Company)}, of an examination that looks at one network. */
    public static Observable ofMistakes(String name, Examination examination, String wrong) {
        return ofMistakes(name, examination, wrong, Company.NONE);
    }

    /**
     * An error in % that an examination finds on the test images in the network of a run, together with others and at
     * their stage. Verdicts on it have to stand on other images too.
     *
     * @param name as it stands after "the mean"
     * @param wrong the column of the findings that has 1 for each test image that was got wrong, and 0 for all others
     */
    public static Observable ofMistakes(String name, Examination examination, String wrong, Company company) {
        Specimen.Stage stage = company.stage();
        return new Observable(
                new ObservableRecord(
                        name,
                        "%",
                        Direction.LOWER_IS_BETTER,
                        new Source.Examined(stage, examination + company.inWords(), "percentage of " + wrong)),
                examined(stage, examination, company, (run, findings) -> {
                    Mistakes mistakes = mistakes(findings.column(wrong));
                    return new Observed(run.seed(), mistakes.percent(), mistakes);
                }));
    }

    private static Mistakes mistakes(List<Double> wrong) {
        BitSet images = new BitSet(wrong.size());
        for (int image = 0; image < wrong.size(); image++) {
            images.set(image, wrong.get(image) > 0);
        }
        return Mistakes.of(wrong.size(), images);
    }

    /** A number that follows from the outcome of a run as its source says. */
    private static Observable ofSource(ObservableRecord described) {
        return new Observable(
                described, ofOutcome(run -> described.source().of(run).orElseThrow()));
    }

    private static Measurement ofOutcome(ToDoubleFunction<RunOutcome> number) {
        return (run, laboratory) ->
                laboratory.submit(run).thenApply(outcome -> new Observed(run.seed(), number.applyAsDouble(outcome)));
    }

    private static Measurement examined(
            Specimen.Stage stage,
            Examination examination,
            Company company,
            BiFunction<Run, Findings, Observed> number) {
        return (run, laboratory) -> {
            // Asked for before the outcome, so that the run is trained knowing that its network is wanted: the archive
            // may have no room to keep it.
            CompletableFuture<Observed> found = laboratory
                    .examine(company.with(new Specimen(run, stage)), examination)
                    .thenApply(findings -> number.apply(run, findings));
            return stage == Specimen.Stage.INITIAL
                    ? found
                    : laboratory
                            .submit(run)
                            .thenCompose(outcome -> outcome.diverged()
                                    ? CompletableFuture.completedFuture(new Observed(run.seed(), Double.NaN))
                                    : found);
        };
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
    CompletableFuture<Observed> number(Run run, Laboratory laboratory) {
        return measurement.of(run, laboratory);
    }
}
