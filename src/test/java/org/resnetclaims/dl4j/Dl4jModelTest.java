package org.resnetclaims.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Trainer;

class Dl4jModelTest {

    /** Colour images, so that a mistake in the order of the channels would show. */
    @Test
    void should_come_to_the_same_result_on_either_kernels(@TempDir Path folder) throws IOException {
        writeCifar(folder);
        Dataset data = Datasets.load("cifar-10", folder).reduced(200, 50, 4);
        Network network = CifarNetworks.residual(8).build(data.description().image(), 4, 10);
        Recipe recipe = new Recipe(0.01, List.of(), 0.9, 1e-4, 20, 5, Augmentation.NONE);
        Run run = new Run(network, data.description(), recipe, 7);

        RunOutcome oneDnn = train(run, data, Kernels.ONEDNN);
        RunOutcome libNd4j = train(run, data, Kernels.LIBND4J);

        assertThat(oneDnn.trainingError()).isCloseTo(libNd4j.trainingError(), within(1.0));
        assertThat(oneDnn.curve().get(4).trainingError())
                .isCloseTo(libNd4j.curve().get(4).trainingError(), within(0.1));
    }

    @Test
    void should_not_let_the_other_images_of_a_batch_change_a_prediction() {
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

    private static RunOutcome train(Run run, Dataset data, Kernels kernels) {
        return new Trainer(on(kernels))
                .train(run, data, Checkpoints.NONE, iterations -> {})
                .outcome();
    }

    private static Engine on(Kernels kernels) {
        return new Engine() {
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
