package org.resnetclaims.dl4j;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.resnetclaims.data.Batches;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.CurvePoint;
import org.resnetclaims.training.Mistakes;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;

/** Trains one run, on one thread, and frees what lies outside the heap when it is closed. */
final class TrainingSession implements AutoCloseable {

    private static final int FEWEST_CURVE_POINTS = 8;
    private static final int LONGEST_CURVE_STEP = 1000;

    private final Run run;
    private final Dataset data;
    private final Kernels kernels;
    private final ComputationGraph graph;
    private final ClassifierLayer classifier;
    private final HeavyBall optimiser;
    private final INDArray gradient;
    private final float[] mean;

    // One batch, on the heap and in the graph's memory.
    private final float[] pixels;
    private final int[] labels;
    private final INDArray images;
    private final INDArray oneHot;

    // How far the run has come.
    private final List<CurvePoint> curve = new ArrayList<>();
    private int iteration;
    // Among the training images since the last point of the curve.
    private int wrong;
    private int seen;
    // Of the parts that ended with a checkpoint.
    private double secondsBefore;
    private long resumed;

    TrainingSession(Run run, Dataset data, Kernels kernels) {
        this.run = run;
        this.data = data;
        this.kernels = kernels;
        graph = GraphFactory.create(run.network(), kernels);
        HeInitialisation.draw(graph, run.seed());
        classifier = (ClassifierLayer) graph.getOutputLayer(0);
        graph.initGradientsView();
        gradient = graph.getFlattenedGradients().reshape(graph.numParams());
        optimiser = new HeavyBall(
                run.recipe().momentum(),
                graph.params(),
                WeightDecay.of(graph, run.recipe().weightDecay()));
        mean = data.training().mean();

        int batch = run.recipe().batchSize();
        Shape shape = run.network().input();
        pixels = new float[Math.toIntExact(batch * shape.size())];
        labels = new int[batch];
        images = Nd4j.create(kernels.shape(batch, shape.channels(), shape.height(), shape.width()));
        oneHot = Nd4j.create(batch, data.description().classes());
    }

    RunOutcome train(Checkpoints checkpoints, IntConsumer progress) {
        resumed = System.nanoTime();
        checkpoints.latest().flatMap(TrainingState::of).ifPresent(state -> {
            restore(state);
            progress.accept(iteration);
        });
        Recipe recipe = run.recipe();
        Batches batches = new Batches(data.training(), mean, recipe.augmentation(), recipe.batchSize(), run.seed());
        int step = Math.max(1, Math.min(LONGEST_CURVE_STEP, recipe.iterations() / FEWEST_CURVE_POINTS));
        while (iteration < recipe.iterations()) {
            batches.fill(iteration, pixels, labels);
            BatchScore score = trainOnBatch(recipe.learningRateAt(iteration));
            if (!Double.isFinite(score.loss())) {
                return divergedOutcome();
            }
            iteration++;
            wrong += score.wrong();
            seen += score.images();
            progress.accept(iteration);
            if (iteration % step == 0) {
                curve.add(new CurvePoint(iteration, 100.0 * wrong / seen, errorOn(data.test())));
                wrong = 0;
                seen = 0;
            }
            saveWhereDue(checkpoints);
        }
        // The last step may be the one that diverges, and no loss follows it.
        boolean diverged = !Double.isFinite(graph.params().sumNumber().doubleValue());
        return diverged ? divergedOutcome() : outcome(false, errorOn(data.training()), mistakesOn(data.test()));
    }

    private void saveWhereDue(Checkpoints checkpoints) {
        // Clears the interrupt, which would keep the state from being written.
        boolean interrupted = Thread.interrupted();
        if (interrupted || checkpoints.due()) {
            checkpoints.save(state().bytes());
        }
        if (interrupted) {
            throw new CancellationException("it was given up at iteration " + iteration);
        }
    }

    private TrainingState state() {
        return new TrainingState(
                iteration, wrong, seen, seconds(), curve, numbers(graph.params()), numbers(optimiser.velocity()));
    }

    private void restore(TrainingState state) {
        iteration = state.iteration();
        wrong = state.wrong();
        seen = state.seen();
        secondsBefore = state.seconds();
        curve.addAll(state.curve());
        // The running statistics are among the parameters.
        assign(state.parameters(), graph.params());
        assign(state.velocity(), optimiser.velocity());
    }

    private static float[] numbers(INDArray array) {
        return array.reshape(array.length()).toFloatVector();
    }

    private static void assign(float[] numbers, INDArray to) {
        try (INDArray array = Nd4j.create(numbers, to.shape(), 'c')) {
            to.assign(array);
        }
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - resumed) / 1e9;
    }

    private RunOutcome outcome(boolean diverged, double trainingError, Mistakes test) {
        double testError = 100.0 * test.bits().cardinality() / test.images();
        return new RunOutcome(run.identity(), run.seed(), diverged, trainingError, testError, test, curve, seconds());
    }

    /** Its errors are those of guessing. */
    private RunOutcome divergedOutcome() {
        double guessing = 100.0 * (1 - 1.0 / data.description().classes());
        return new RunOutcome(run.identity(), run.seed(), true, guessing, guessing, Mistakes.UNKNOWN, curve, seconds());
    }

    private BatchScore trainOnBatch(double learningRate) {
        kernels.write(inLayout(pixels), images);
        kernels.write(oneHot(labels), oneHot);
        graph.setInputs(images);
        graph.setLabels(oneHot);
        graph.computeGradientAndScore();
        optimiser.step(gradient, labels.length, learningRate);
        graph.clear();
        return classifier.lastBatch();
    }

    /** Error in % in inference mode, on all of {@code set}. */
    private double errorOn(LabelledImages set) {
        return 100.0 * mistakesOn(set).bits().cardinality() / set.size();
    }

    private Mistakes mistakesOn(LabelledImages set) {
        BitSet mistakes = new BitSet(set.size());
        for (int from = 0; from < set.size(); from += labels.length) {
            // The last batch reaches back over images already counted, so that all batches have one size.
            int first = Math.max(0, Math.min(from, set.size() - labels.length));
            set.copy(first, Math.min(labels.length, set.size()), mean, pixels, labels);
            kernels.write(inLayout(pixels), images);
            float[] scores = BatchScore.rows(graph.outputSingle(false, images));
            int classes = data.description().classes();
            for (int i = from - first; i < Math.min(labels.length, set.size() - first); i++) {
                if (BatchScore.argMax(scores, i * classes, classes) != labels[i]) {
                    mistakes.set(first + i);
                }
            }
        }
        return Mistakes.of(set.size(), mistakes);
    }

    private float[] oneHot(int[] classes) {
        int count = data.description().classes();
        float[] values = new float[classes.length * count];
        for (int i = 0; i < classes.length; i++) {
            values[i * count + classes[i]] = 1;
        }
        return values;
    }

    /** Moves the channels of every pixel together, where the layout wants them last. */
    private float[] inLayout(float[] channelsFirst) {
        Shape shape = run.network().input();
        if (shape.channels() == 1 || kernels.format() == CNN2DFormat.NCHW) {
            return channelsFirst;
        }
        int channels = shape.channels();
        int area = shape.height() * shape.width();
        float[] channelsLast = new float[channelsFirst.length];
        for (int image = 0; image < channelsFirst.length; image += channels * area) {
            for (int channel = 0; channel < channels; channel++) {
                int plane = image + channel * area;
                for (int i = 0; i < area; i++) {
                    channelsLast[image + i * channels + channel] = channelsFirst[plane + i];
                }
            }
        }
        return channelsLast;
    }

    @Override
    public void close() {
        optimiser.close();
        GraphFactory.close(graph);
        images.close();
        oneHot.close();
    }
}
