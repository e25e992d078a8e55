package org.resnetclaims.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.resnetclaims.data.Batches;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.MeanImage;

/**
 * The one training loop: what one run does with its model, from its first batch, or its latest checkpoint, to its end.
 */
final class Training {

    private static final int FEWEST_CURVE_POINTS = 8;
    private static final int LONGEST_CURVE_STEP = 1000;

    /**
     * Test images per point of a curve, as a share of the training images since the last one: where iterations are few,
     * points lie too close for the whole test set.
     */
    private static final double CURVE_SHARE = 0.2;

    private final Run run;
    private final Dataset data;
    private final Model model;
    private final Batches batches;
    private final Evaluation evaluation;
    private final int curveStep;
    private final int curveImages;

    // How far the run has come.
    private final List<CurvePoint> curve = new ArrayList<>();
    private int iteration;
    private boolean warm;
    // Among the training images since the last point of the curve.
    private int wrong;
    private int seen;
    // Since the warm-up last looked.
    private int wrongInWindow;
    // Of the parts that ended with a checkpoint.
    private double secondsBefore;
    private long resumed;

    Training(Run run, Dataset data, Model model) {
        this.run = run;
        this.data = data;
        this.model = model;
        Recipe recipe = run.recipe();
        MeanImage mean = data.training().mean();
        batches = new Batches(data.training(), mean, recipe.augmentation(), recipe.batchSize(), run.seed());
        evaluation = new Evaluation(model, mean);
        curveStep = Math.max(1, Math.min(LONGEST_CURVE_STEP, recipe.iterations() / FEWEST_CURVE_POINTS));
        curveImages = (int) Math.max(recipe.batchSize(), CURVE_SHARE * curveStep * recipe.batchSize());
        warm = recipe.warmUp().equals(WarmUp.NONE);
    }

    TrainedRun train(Checkpoints checkpoints, IntConsumer progress) {
        resumed = System.nanoTime();
        begin(checkpoints.latest().flatMap(state -> TrainingState.of(run.network(), state)), progress);
        while (iteration < run.recipe().iterations()) {
            model.step(batches.at(iteration), learningRate());
            iteration++;
            progress.accept(iteration);
            // Clears the interrupt, which would keep the state from being written.
            boolean interrupted = Thread.interrupted();
            boolean saves = interrupted || checkpoints.due();
            if (saves || looks()) {
                Score score = model.score();
                if (!Double.isFinite(score.loss())) {
                    return diverged();
                }
                lookAtWarmUp(score);
                drawCurve(score);
            }
            if (saves) {
                checkpoints.save(state().bytes());
            }
            if (interrupted) {
                throw new CancellationException("it was given up at iteration " + iteration);
            }
        }
        // The last step may be the one that diverges, and no loss follows it.
        return model.state().parameters().isFinite() ? trained() : diverged();
    }

    private void begin(Optional<TrainingState> checkpoint, IntConsumer progress) {
        if (checkpoint.isEmpty()) {
            model.restore(InitialState.draw(run.network(), run.seed()));
            return;
        }
        TrainingState state = checkpoint.get();
        iteration = state.iteration();
        warm = state.warm();
        wrong = state.wrong();
        seen = state.seen();
        wrongInWindow = state.wrongInWindow();
        secondsBefore = state.seconds();
        curve.addAll(state.curve());
        model.restore(state.model());
        progress.accept(iteration);
    }

    private double learningRate() {
        Recipe recipe = run.recipe();
        return warm ? recipe.learningRateAt(iteration) : recipe.warmUp().learningRate();
    }

    /** Whether somebody wants to know after this iteration how the network does. */
    private boolean looks() {
        return iteration % WarmUp.WINDOW == 0
                || iteration % curveStep == 0
                || iteration == run.recipe().iterations();
    }

    private void lookAtWarmUp(Score score) {
        wrongInWindow += score.wrong();
        if (iteration % WarmUp.WINDOW == 0) {
            double error = 100.0 * wrongInWindow / (WarmUp.WINDOW * run.recipe().batchSize());
            warm |= error < run.recipe().warmUp().untilTrainingError();
            wrongInWindow = 0;
        }
    }

    private void drawCurve(Score score) {
        wrong += score.wrong();
        seen += score.images();
        if (iteration % curveStep == 0) {
            curve.add(new CurvePoint(iteration, 100.0 * wrong / seen, evaluation.errorOn(data.test(), curveImages)));
            wrong = 0;
            seen = 0;
        }
    }

    private TrainingState state() {
        return new TrainingState(iteration, warm, wrong, seen, wrongInWindow, seconds(), curve, model.state());
    }

    private TrainedRun trained() {
        double trainingError = evaluation.errorOn(data.training());
        Mistakes mistakes = evaluation.mistakesOn(data.test());
        return end(false, trainingError, mistakes.percent(), mistakes);
    }

    /** Its errors are those of guessing. */
    private TrainedRun diverged() {
        double guessing = data.description().guessingError();
        return end(true, guessing, guessing, Mistakes.UNKNOWN);
    }

    private TrainedRun end(boolean diverged, double trainingError, double testError, Mistakes mistakes) {
        RunOutcome outcome = new RunOutcome(
                run.identity(), run.seed(), diverged, trainingError, testError, mistakes, curve, seconds());
        return new TrainedRun(outcome, model.state().parameters());
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - resumed) / 1e9;
    }
}
