package org.resnetclaims.training;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.resnetclaims.data.Batch;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.network.Shape;

/** The smallest engine: a linear classifier in plain Java, behind a ReLU or dropout where the network has one. */
final class LinearEngine implements Engine {

    static Network network(Shape input, int classes) {
        Node classifier = new Node("classifier", new Layer.FullyConnected(classes), List.of(Network.INPUT));
        return new Network("linear", input, List.of(classifier));
    }

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public EngineDescription description() {
        return new EngineDescription(name(), "1", "cpu", "Java", 1);
    }

    @Override
    public Model create(Network network, Recipe recipe) {
        return new Linear(network, recipe);
    }

    private static final class Linear implements Model {

        private final Network network;
        private final Recipe recipe;
        private final Parameter weights;
        private final Parameter biases;
        private final int classes;
        private final Layer first;
        private ModelState state;
        private Score score = Score.NONE;

        private Linear(Network network, Recipe recipe) {
            this.network = network;
            this.recipe = recipe;
            weights = network.parameters().get(0);
            biases = network.parameters().get(1);
            classes = network.classes();
            first = network.nodes().get(0).layer();
            state = InitialState.draw(network, 0);
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
            float[] images =
                    new float[Math.toIntExact(batch.size() * network.input().size())];
            int[] labels = new int[batch.size()];
            batch.fill(images, labels);
            if (first instanceof Layer.Dropout dropout) {
                drop(batch, dropout, images);
            }
            float[] logits = logits(images);
            int size = images.length / labels.length;
            float[] weightGradient = new float[weights.size()];
            float[] biasGradient = new float[classes];
            for (int image = 0; image < labels.length; image++) {
                double[] surplus = surplus(logits, image, labels[image]);
                int partner = labels[batch.partner(image)];
                surplus[labels[image]] += 1 - batch.share();
                surplus[partner] -= 1 - batch.share();
                for (int c = 0; c < classes; c++) {
                    biasGradient[c] += (float) (surplus[c] / labels.length);
                    for (int i = 0; i < size; i++) {
                        weightGradient[i * classes + c] +=
                                (float) (input(images[image * size + i]) * surplus[c] / labels.length);
                    }
                }
            }
            move(weights, weightGradient, recipe.weightDecay(), learningRate);
            move(biases, biasGradient, 0, learningRate);
            int[] partners = IntStream.range(0, labels.length)
                    .map(place -> labels[batch.partner(place)])
                    .toArray();
            score = score.plus(Score.of(logits, labels).mixed(batch.share(), Score.of(logits, partners)));
        }

        /** Of images with one channel. */
        private void drop(Batch batch, Layer.Dropout dropout, float[] images) {
            float[] mask = DropoutMask.draw(batch, network.nodes().get(0).name(), dropout, network.input());
            for (int i = 0; i < images.length; i++) {
                images[i] *= mask[i * mask.length / images.length];
            }
        }

        @Override
        public Score score() {
            Score asked = score;
            score = Score.NONE;
            return asked;
        }

        /** The gradient of the loss of an image with respect to its logits. */
        private double[] surplus(float[] logits, int image, int label) {
            double[] exponentials = new double[classes];
            double largest = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                largest = Math.max(largest, logits[image * classes + c]);
            }
            for (int c = 0; c < classes; c++) {
                exponentials[c] = Math.exp(logits[image * classes + c] - largest);
                sum += exponentials[c];
            }
            for (int c = 0; c < classes; c++) {
                exponentials[c] /= sum;
            }
            exponentials[label] -= 1;
            return exponentials;
        }

        private void move(Parameter parameter, float[] gradient, double decay, double rate) {
            float[] w = state.parameters().get(parameter);
            float[] v = state.velocities().get(parameter);
            for (int i = 0; i < w.length; i++) {
                v[i] = (float) (recipe.momentum() * v[i] + rate * (gradient[i] + decay * w[i]));
                w[i] -= v[i];
            }
        }

        @Override
        public float[] logits(float[] images) {
            float[] w = state.parameters().get(weights);
            float[] b = state.parameters().get(biases);
            int size = images.length / batchSize();
            float[] logits = new float[batchSize() * classes];
            for (int image = 0; image < batchSize(); image++) {
                for (int c = 0; c < classes; c++) {
                    double sum = b[c];
                    for (int i = 0; i < size; i++) {
                        sum += input(images[image * size + i]) * w[i * classes + c];
                    }
                    logits[image * classes + c] = (float) sum;
                }
            }
            return logits;
        }

        private float input(float pixel) {
            return first instanceof Layer.Relu ? Math.max(0, pixel) : pixel;
        }

        @Override
        public List<Signal> signals(float[] images, int[] labels, List<String> nodes) {
            float[] logits = logits(images);
            float[] w = state.parameters().get(weights);
            float[] gradients = new float[images.length];
            int size = images.length / labels.length;
            for (int image = 0; image < labels.length; image++) {
                double[] surplus = surplus(logits, image, labels[image]);
                for (int i = 0; i < size; i++) {
                    for (int c = 0; c < classes; c++) {
                        gradients[image * size + i] += (float) (surplus[c] * w[i * classes + c]);
                    }
                }
            }
            return look(images, gradients, nodes);
        }

        @Override
        public List<Signal> responses(float[] images, List<String> nodes) {
            return look(images, new float[0], nodes);
        }

        private List<Signal> look(float[] images, float[] gradients, List<String> nodes) {
            if (!(first instanceof Layer.Relu)
                    || !Set.of(network.nodes().get(0).name()).containsAll(nodes)) {
                throw new IllegalArgumentException("Nothing but a ReLU can be looked at, not " + nodes);
            }
            float[] outputs = new float[images.length];
            for (int i = 0; i < outputs.length; i++) {
                outputs[i] = input(images[i]);
            }
            Shape shape = network.input();
            Signal signal =
                    Signal.of(outputs, gradients, Math.toIntExact(images.length / shape.size()), shape.channels());
            return nodes.stream().map(node -> signal).toList();
        }

        @Override
        public ModelState state() {
            return copy(state);
        }

        @Override
        public void restore(ModelState given) {
            state = copy(given);
        }

        private ModelState copy(ModelState of) {
            List<Parameter> all = network.parameters();
            return new ModelState(
                    StateDict.of(all, of.parameters().bytes()),
                    StateDict.of(all, of.velocities().bytes()));
        }

        @Override
        public void close() {}
    }
}
