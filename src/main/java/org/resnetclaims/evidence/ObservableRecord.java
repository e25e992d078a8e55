package org.resnetclaims.evidence;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.data.Split;
import org.resnetclaims.statistics.Observations;
import org.resnetclaims.training.Mistakes;
import org.resnetclaims.training.RunOutcome;

/**
 * What arms are judged by: one number of each run.
 *
 * @param name as it stands after "the mean", such as {@code training error}
 * @param unit such as {@code %}; empty for a plain number
 */
public record ObservableRecord(String name, String unit, Direction direction, Source source) {

    public static final ObservableRecord TRAINING_ERROR = error("training error", Split.TRAINING);
    public static final ObservableRecord TEST_ERROR = error("test error", Split.TEST);

    /** A run that ends at less than this share of the way from guessing to no error has failed. */
    private static final double LEAST_PROGRESS = 0.1;

    public ObservableRecord {
        Objects.requireNonNull(name, "an observable has no name");
        Objects.requireNonNull(unit, "an observable has no unit");
        Objects.requireNonNull(direction, "an observable has no direction");
        Objects.requireNonNull(source, "an observable has no source");
    }

    private static ObservableRecord error(String name, Split split) {
        return new ObservableRecord(name, "%", Direction.LOWER_IS_BETTER, new Source.FinalError(split));
    }

    /** The unit of differences, such as points where the numbers are in percent. */
    public String unitOfDifferences() {
        return unit.equals("%") ? "points" : unit;
    }

    /** Whether its numbers are of runs that are trained. */
    public boolean needsTraining() {
        return source.kind() != Kind.INITIAL;
    }

    /** Whether it is the error at the end of training on this part of the data. */
    public boolean isErrorOn(Split split) {
        return source.equals(new Source.FinalError(split));
    }

    /** What statistics need to know of the runs of an arm, all of which have a number. */
    public Observations observations(ArmRecord arm, DatasetDescription data) {
        double[] values = arm.values();
        boolean[] failed = arm.runs().isEmpty() ? new boolean[values.length] : failures(arm.runs(), data);
        // Only a test error depends on which images there are. Where a run does not say which of them it got wrong, the
        // images cannot be resampled.
        List<BitSet> mistakes = isErrorOn(Split.TEST)
                ? arm.runs().stream()
                        .flatMap(run -> mistakes(run, data).stream())
                        .toList()
                : arm.numbers().stream()
                        .flatMap(number -> Stream.ofNullable(number.mistakes()))
                        .map(Mistakes::bits)
                        .toList();
        boolean known = !mistakes.isEmpty() && mistakes.size() == values.length;
        // An examination that finds an error finds it on the test images.
        double oneImage = known ? 100.0 / data.testImages() : 0;
        return new Observations(
                values,
                Math.max(source.resolution(arm.runs(), data), oneImage),
                failed,
                known ? mistakes : List.of(),
                known ? data.testImages() : 0);
    }

    /** The training error, in %, above which a run has failed: near that of guessing. */
    public static double failsAbove(DatasetDescription data) {
        return (1 - LEAST_PROGRESS) * data.guessingError();
    }

    /** Of each run, whether its loss diverged, or its training error ended near that of guessing. */
    public static boolean[] failures(List<RunOutcome> runs, DatasetDescription data) {
        boolean[] failed = new boolean[runs.size()];
        for (int i = 0; i < failed.length; i++) {
            RunOutcome run = runs.get(i);
            failed[i] = run.diverged() || run.trainingError() > failsAbove(data);
        }
        return failed;
    }

    /** Empty where they were not recorded. A run that diverged has them at random, as guessing would. */
    private static Optional<BitSet> mistakes(RunOutcome run, DatasetDescription data) {
        if (run.diverged()) {
            BitSet guessed = new BitSet(data.testImages());
            SplittableRandom random = new SplittableRandom(run.seed());
            for (int image = 0; image < data.testImages(); image++) {
                guessed.set(image, random.nextInt(data.classes()) > 0);
            }
            return Optional.of(guessed);
        }
        return run.testMistakes().equals(Mistakes.UNKNOWN)
                ? Optional.empty()
                : Optional.of(run.testMistakes().bits());
    }
}
