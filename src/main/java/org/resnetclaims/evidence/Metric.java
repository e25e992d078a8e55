package org.resnetclaims.evidence;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.statistics.Observations;
import org.resnetclaims.training.CurvePoint;
import org.resnetclaims.training.Mistakes;
import org.resnetclaims.training.RunOutcome;

/** What an arm is judged by: an error in % at the end of training. */
public enum Metric {
    /** On the training set, in inference mode and without augmentation. */
    TRAINING_ERROR("training") {
        @Override
        public double of(RunOutcome run) {
            return run.trainingError();
        }

        @Override
        public double of(CurvePoint point) {
            return point.trainingError();
        }

        @Override
        public Observations observations(List<RunOutcome> runs, DatasetDescription data) {
            return new Observations(numbers(runs), 100.0 / data.trainingImages(), failures(runs, data), List.of(), 0);
        }
    },
    /** On the test set, in inference mode: never the best of several epochs. */
    TEST_ERROR("test") {
        @Override
        public double of(RunOutcome run) {
            return run.testError();
        }

        @Override
        public double of(CurvePoint point) {
            return point.testError();
        }

        @Override
        public Observations observations(List<RunOutcome> runs, DatasetDescription data) {
            boolean known = runs.stream().noneMatch(run -> mistakes(run, data).isEmpty());
            return new Observations(
                    numbers(runs),
                    100.0 / data.testImages(),
                    failures(runs, data),
                    known
                            ? runs.stream()
                                    .map(run -> mistakes(run, data).orElseThrow())
                                    .toList()
                            : List.of(),
                    known ? data.testImages() : 0);
        }
    };

    /** A run that ends at less than this share of the way from guessing to no error has failed. */
    private static final double LEAST_PROGRESS = 0.1;

    private final String phase;

    Metric(String phase) {
        this.phase = phase;
    }

    /** {@code training} or {@code test}. */
    public String phase() {
        return phase;
    }

    /** At the end of training. */
    public abstract double of(RunOutcome run);

    public abstract double of(CurvePoint point);

    /** What statistics need to know of the runs of an arm. */
    public abstract Observations observations(List<RunOutcome> runs, DatasetDescription data);

    /** Whether the loss of a run diverged, or its training error ended near that of guessing. */
    public static boolean failed(RunOutcome run, DatasetDescription data) {
        return run.diverged() || run.trainingError() > (1 - LEAST_PROGRESS) * data.guessingError();
    }

    @Override
    public String toString() {
        return phase + " error";
    }

    double[] numbers(List<RunOutcome> runs) {
        return runs.stream().mapToDouble(this::of).toArray();
    }

    /** Of each run, whether it {@link #failed}. */
    public static boolean[] failures(List<RunOutcome> runs, DatasetDescription data) {
        boolean[] failed = new boolean[runs.size()];
        for (int i = 0; i < failed.length; i++) {
            failed[i] = failed(runs.get(i), data);
        }
        return failed;
    }

    /** Empty where they were not recorded. A run that diverged has them at random, as guessing would. */
    static Optional<BitSet> mistakes(RunOutcome run, DatasetDescription data) {
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
