package org.resnetclaims.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.resnetclaims.data.Batch;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Score;
import org.resnetclaims.training.Signal;

/** A graph of Deeplearning4j with its optimiser. */
final class Dl4jModel implements Model {

    private final Network network;
    private final Recipe recipe;
    private final Kernels kernels;
    private final int classes;
    private final ComputationGraph graph;
    private final ClassifierLayer classifier;
    private final List<DropoutVertex> dropouts;
    private final HeavyBall optimiser;
    private final INDArray gradient;
    private final ParameterViews parameters;
    private final ParameterViews velocities;

    // One batch.
    private final float[] batchPixels;
    private final int[] batchLabels;
    private final INDArray images;
    private final INDArray targets;

    /** Of the steps since it was last asked for. */
    private Score score = Score.NONE;

    private @Nullable ObservedGraph observed;

    Dl4jModel(Network network, Recipe recipe, Kernels kernels) {
        this.network = network;
        this.recipe = recipe;
        this.kernels = kernels;
        graph = GraphFactory.create(network, kernels, ObservedNodes.NONE);
        classifier = (ClassifierLayer) graph.getOutputLayer(0);
        dropouts = Arrays.stream(graph.getVertices())
                .filter(DropoutVertex.class::isInstance)
                .map(DropoutVertex.class::cast)
                .toList();
        graph.initGradientsView();
        gradient = graph.getFlattenedGradients().reshape(graph.numParams());
        INDArray decay = graph.params().like();
        new ParameterViews(network, kernels, graph, decay).fillWeights(recipe.weightDecay());
        optimiser = new HeavyBall(recipe.momentum(), graph.params(), decay);
        parameters = new ParameterViews(network, kernels, graph, graph.params());
        velocities = new ParameterViews(network, kernels, graph, optimiser.velocity());

        batchPixels =
                new float[Math.toIntExact(recipe.batchSize() * network.input().size())];
        batchLabels = new int[recipe.batchSize()];
        images = images(recipe.batchSize());
        classes = network.classes();
        targets = Nd4j.create(recipe.batchSize(), classes);
    }

    private INDArray images(long number) {
        Shape shape = network.input();
        return Nd4j.create(kernels.shape(number, shape.channels(), shape.height(), shape.width()));
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public int batchSize() {
        return recipe.batchSize();
    }

    @Override
    public void step(Batch batch, double learningRate) {
        batch.fill(batchPixels, batchLabels);
        dropouts.forEach(dropout -> dropout.drawMask(batch));
        forwardAndBackward(graph, batchPixels, targets(batch));
        optimiser.step(gradient, batchLabels.length, learningRate);
        graph.clear();
        score = score.plus(scoreOf(batch));
    }

    private Score scoreOf(Batch batch) {
        Score own = Score.of(classifier.logits(), batchLabels);
        return batch.share() == 1 ? own : own.mixed(batch.share(), Score.of(classifier.logits(), partners(batch)));
    }

    private int[] partners(Batch batch) {
        return IntStream.range(0, batch.size())
                .map(place -> batchLabels[batch.partner(place)])
                .toArray();
    }

    @Override
    public Score score() {
        Score asked = score;
        score = Score.NONE;
        return asked;
    }

    private void forwardAndBackward(ComputationGraph on, float[] pixels, float[] classShares) {
        kernels.write(inLayout(pixels), images);
        kernels.write(classShares, targets);
        on.setInputs(images);
        on.setLabels(targets);
        on.computeGradientAndScore();
    }

    @Override
    public float[] logits(float[] pixels) {
        kernels.write(inLayout(pixels), images);
        graph.outputSingle(false, images);
        return classifier.logits();
    }

    @Override
    public List<Signal> signals(float[] pixels, int[] labels, List<String> nodes) {
        return observed(nodes)
                .signals(parameters.parameters(), probed -> forwardAndBackward(probed, pixels, oneHot(labels)));
    }

    @Override
    public List<Signal> responses(float[] pixels, List<String> nodes) {
        try (INDArray shown = images(pixels.length / network.input().size())) {
            kernels.write(inLayout(pixels), shown);
            return observed(nodes).signals(parameters.parameters(), probed -> probed.outputSingle(false, shown));
        }
    }

    /** Kept, since one who looks at a batch mostly looks at the next one as well. */
    private ObservedGraph observed(List<String> nodes) {
        if (observed == null || !observed.shows(nodes)) {
            closeObserved();
            observed = new ObservedGraph(network, kernels, nodes);
        }
        return observed;
    }

    private void closeObserved() {
        if (observed != null) {
            observed.close();
            observed = null;
        }
    }

    @Override
    public ModelState state() {
        return new ModelState(parameters.parameters(), velocities.velocities());
    }

    @Override
    public void restore(ModelState state) {
        parameters.writeParameters(state.parameters());
        velocities.writeVelocities(state.velocities());
    }

    private float[] targets(Batch batch) {
        float[] values = oneHot(batchLabels);
        if (batch.share() < 1) {
            float[] others = oneHot(partners(batch));
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (batch.share() * values[i] + (1 - batch.share()) * others[i]);
            }
        }
        return values;
    }

    private float[] oneHot(int[] labels) {
        float[] values = new float[labels.length * classes];
        for (int i = 0; i < labels.length; i++) {
            values[i * classes + labels[i]] = 1;
        }
        return values;
    }

    /** Moves the channels of every pixel together, where the layout wants them last. */
    private float[] inLayout(float[] channelsFirst) {
        Shape shape = network.input();
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
        closeObserved();
        optimiser.close();
        GraphFactory.close(graph);
        images.close();
        targets.close();
    }
}
