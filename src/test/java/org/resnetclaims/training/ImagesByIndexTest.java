package org.resnetclaims.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.ComputedImages;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.network.Shape;

/** The loop asks for images by index, and does not care where they come from. */
class ImagesByIndexTest {

    private static final Shape SHAPE = new Shape(3, 32, 32);
    private static final int FILES = 5;
    private static final int IMAGES_PER_FILE = 9;

    private static final ComputedImages TRAINING = new ComputedImages(SHAPE, FILES * IMAGES_PER_FILE, 10);
    private static final ComputedImages TEST = new ComputedImages(SHAPE, 25, 10);

    @Test
    void images_computed_on_demand_train_to_the_same_bits_as_those_in_memory(@TempDir Path folder) throws IOException {
        for (int i = 0; i < FILES; i++) {
            write(folder.resolve("data_batch_%d.bin".formatted(i + 1)), TRAINING, i * IMAGES_PER_FILE, IMAGES_PER_FILE);
        }
        write(folder.resolve("test_batch.bin"), TEST, 0, TEST.size());
        Dataset inMemory = Datasets.load("cifar-10", folder).whole();
        Dataset onDemand = new Dataset(inMemory.description(), TRAINING, TEST);

        TrainedRun expected = train(inMemory);
        TrainedRun found = train(onDemand);

        assertThat(found.parameters()).isEqualTo(expected.parameters());
        assertThat(found.outcome())
                .usingRecursiveComparison()
                .ignoringFields("seconds")
                .isEqualTo(expected.outcome());
        // Equal errors would say little if the run had learned nothing.
        assertThat(found.outcome().trainingError()).isLessThan(50);
    }

    private static void write(Path file, ComputedImages images, int first, int count) throws IOException {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (int image = first; image < first + count; image++) {
            records.write(images.label(image));
            records.write(images.bytes(image));
        }
        Files.write(file, records.toByteArray());
    }

    private static TrainedRun train(Dataset data) {
        Recipe recipe = new Recipe(0.01, List.of(60), 0.9, 1e-4, 16, 80, new Augmentation(1, true));
        Run run = new Run(LinearEngine.network(SHAPE, 10), data.description(), recipe, 1);
        return new Trainer(new LinearEngine()).train(run, data, Checkpoints.NONE, iterations -> {});
    }
}
