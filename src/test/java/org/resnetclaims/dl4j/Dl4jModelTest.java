package org.resnetclaims.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.InitialState;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Trainer;

class Dl4jModelTest {

    /** Colour images, so that a mistake in the order of the channels would show. */
    @Test
    void both_kernels_come_to_the_same_result(@TempDir Path folder) throws IOException {
        writeCifar(folder);
        Dataset data = Datasets.load("cifar-10", folder).reduced(200, 50, 4);
        Network network = CifarNetworks.residual(8)
                .withSkipInit()
                .build(data.description().image(), 4, 10);
        Recipe recipe = new Recipe(0.01, List.of(), 0.9, 1e-4, 20, 5, Augmentation.NONE);
        Run run = new Run(network, data.description(), recipe, 7);

        RunOutcome oneDnn = train(run, data, Kernels.ONEDNN);
        RunOutcome libNd4j = train(run, data, Kernels.LIBND4J);

        assertThat(oneDnn.trainingError()).isCloseTo(libNd4j.trainingError(), within(1.0));
        assertThat(oneDnn.curve().get(4).trainingError())
                .isCloseTo(libNd4j.curve().get(4).trainingError(), within(0.1));
    }

    @Test
    void the_other_images_of_a_batch_do_not_change_a_prediction() {
        Network network = CifarNetworks.residual(8).build(new Shape(1, 8, 8), 8, 10);
        ComputationGraph graph = Graphs.drawn(network, Kernels.ONEDNN, 1);
        Nd4j.getRandom().setSeed(1);
        INDArray batch = Nd4j.randn(4, 8, 8, 1);
        INDArray alone = batch.get(
                        NDArrayIndex.interval(2, 3), NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all())
                .dup('c');

        INDArray among = graph.outputSingle(false, batch).getRow(2);
        INDArray byItself = graph.outputSingle(false, alone).getRow(0);

        assertThat(among.distance2(byItself)).isLessThan(1e-6);
    }

    /** The inputs of a fully-connected layer run over channel, row and column, however the layers before it lie. */
    @ParameterizedTest
    @EnumSource(Kernels.class)
    void a_fully_connected_layer_reads_a_feature_map_channel_by_channel(Kernels kernels) {
        Network network = new Network(
                "flat",
                new Shape(3, 2, 2),
                List.of(
                        new Node("hidden", new Layer.FullyConnected(5), List.of(Network.INPUT)),
                        new Node("relu", new Layer.Relu(), List.of("hidden")),
                        new Node("classifier", new Layer.FullyConnected(4), List.of("relu"))));
        ModelState state = InitialState.draw(network, 1);
        float[] hidden = state.parameters().get(network.parameters().get(0));
        float[] classifier = state.parameters().get(network.parameters().get(2));
        float[] image = {1, -2, 3, -4, 5, -6, 7, -8, 9, -10, 11, -12};

        assertThat(logits(network, kernels, state, 1, image))
                .containsExactly(product(relu(product(image, hidden, 5)), classifier, 4), offset(1e-4f));
    }

    @Test
    void both_kernels_give_the_same_logits_where_a_feature_map_is_flattened() {
        // The map before the hidden layer is of 3 channels and 2x2 pixels.
        Network network = new Network(
                "little VGG",
                new Shape(3, 8, 8),
                List.of(
                        new Node("conv1", new Layer.Convolution(4, 3, 1, true), List.of(Network.INPUT)),
                        new Node("relu1", new Layer.Relu(), List.of("conv1")),
                        new Node("pool1", new Layer.MaxPooling(2, 2), List.of("relu1")),
                        new Node("conv2", new Layer.Convolution(3, 3, 1, true), List.of("pool1")),
                        new Node("relu2", new Layer.Relu(), List.of("conv2")),
                        new Node("pool2", new Layer.MaxPooling(2, 2), List.of("relu2")),
                        new Node("hidden", new Layer.FullyConnected(6), List.of("pool2")),
                        new Node("relu3", new Layer.Relu(), List.of("hidden")),
                        new Node("classifier", new Layer.FullyConnected(4), List.of("relu3"))));
        ModelState state = InitialState.draw(network, 1);
        Random random = new Random(2);
        float[] images = new float[5 * 3 * 8 * 8];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }

        assertThat(logits(network, Kernels.ONEDNN, state, 5, images))
                .containsExactly(logits(network, Kernels.LIBND4J, state, 5, images), offset(1e-3f));
    }

    private static float[] logits(Network network, Kernels kernels, ModelState state, int batch, float[] images) {
        Recipe recipe = new Recipe(0.01, List.of(), 0.9, 1e-4, batch, 5, Augmentation.NONE);
        try (Model model = new Dl4jModel(network, recipe, kernels)) {
            model.restore(state);
            return model.logits(images);
        }
    }

    /** @param weights [inputs, outputs] */
    private static float[] product(float[] input, float[] weights, int outputs) {
        float[] product = new float[outputs];
        for (int i = 0; i < weights.length; i++) {
            product[i % outputs] += input[i / outputs] * weights[i];
        }
        return product;
    }

    private static float[] relu(float[] values) {
        float[] positives = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            positives[i] = Math.max(0, values[i]);
        }
        return positives;
    }

    private static RunOutcome train(Run run, Dataset data, Kernels kernels) {
        return new Trainer(on(kernels))
                .train(run, data, Checkpoints.NONE, iterations -> {})
                .outcome();
    }

    private static Engine on(Kernels kernels) {
        return new Engine() {
            @Override
            public String name() {
                return kernels.toString();
            }

            @Override
            public EngineDescription description() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Model create(Network network, Recipe recipe) {
                return new Dl4jModel(network, recipe, kernels);
            }
        };
    }

    private static void writeCifar(Path folder) throws IOException {
        Random random = new Random(1);
        for (String name : List.of(
                "data_batch_1.bin",
                "data_batch_2.bin",
                "data_batch_3.bin",
                "data_batch_4.bin",
                "data_batch_5.bin",
                "test_batch.bin")) {
            byte[] records = new byte[50 * 3073];
            random.nextBytes(records);
            for (int i = 0; i < 50; i++) {
                records[i * 3073] = (byte) (i % 10);
            }
            Files.write(folder.resolve(name), records);
        }
    }
}
