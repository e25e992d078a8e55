package org.resnetclaims.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.network.Shape;

/** Where images come from. The test sets are as small as can be, since evaluation is not what is measured. */
enum Images {
    /** Fashion-MNIST as the quick scale takes it: 4,000 images of 1x14x14. */
    EMBEDDED(new Shape(1, 14, 14)) {
        @Override
        void prepare(Path folder) {
            // It lies ready in the repository.
        }

        @Override
        Dataset load(Path folder, Path embedded) {
            return Datasets.load("fashion-mnist", embedded).reduced(4000, 10, 2);
        }
    },

    /** Random pixels in the format and size of CIFAR-10, 3x32x32: what they show does not matter to the speed. */
    RANDOM(new Shape(3, 32, 32)) {
        private static final int FILES = 5;
        private static final int RECORDS_PER_FILE = 200;
        private static final int CLASSES = 10;
        private static final int PIXELS = 3 * 32 * 32;

        @Override
        void prepare(Path folder) throws IOException {
            Random random = new Random(1);
            for (int i = 1; i <= FILES; i++) {
                Files.write(folder.resolve("data_batch_%d.bin".formatted(i)), records(RECORDS_PER_FILE, random));
            }
            Files.write(folder.resolve("test_batch.bin"), records(CLASSES, random));
        }

        @Override
        Dataset load(Path folder, Path embedded) {
            return Datasets.load("cifar-10", folder).whole();
        }

        private byte[] records(int count, Random random) {
            byte[] records = new byte[count * (1 + PIXELS)];
            random.nextBytes(records);
            for (int i = 0; i < count; i++) {
                records[i * (1 + PIXELS)] = (byte) (i % CLASSES);
            }
            return records;
        }
    };

    private final Shape shape;

    Images(Shape shape) {
        this.shape = shape;
    }

    Shape shape() {
        return shape;
    }

    /** Writes what {@link #load} will read, into {@code folder}. */
    abstract void prepare(Path folder) throws IOException;

    abstract Dataset load(Path folder, Path embedded);
}
