package org.resnetclaims.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.network.Shape;

class LocalExecutorTest {

    private static final Dataset DATA =
            Datasets.load("fashion-mnist", Path.of("datasets", "fashion-mnist")).reduced(10, 10, 4);

    @Test
    void the_code_of_the_images_of_either_split_counts() {
        Dataset mixed = new Dataset(DATA.description(), DATA.training(), new Streamed(DATA.test()));

        assertThat(new LocalExecutor(new Dl4jEngine(), mixed, 1).code())
                .contains(DATA.training().getClass(), Streamed.class);
    }

    private record Streamed(LabelledImages images) implements LabelledImages {

        @Override
        public Shape shape() {
            return images.shape();
        }

        @Override
        public int size() {
            return images.size();
        }

        @Override
        public MeanImage mean() {
            return images.mean();
        }

        @Override
        public void fill(int[] indices, float[] pixels, int[] labels) {
            images.fill(indices, pixels, labels);
        }
    }
}
