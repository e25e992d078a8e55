package org.resnetclaims.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Batch;
import org.resnetclaims.data.Batches;
import org.resnetclaims.data.GivenImages;
import org.resnetclaims.network.Layer.Dropout;
import org.resnetclaims.network.Shape;

class DropoutMaskTest {

    private static final Shape SHAPE = new Shape(8, 14, 14);
    private static final int BATCH = 32;
    private static final GivenImages IMAGES =
            new GivenImages(SHAPE, new float[Math.toIntExact(BATCH * SHAPE.size())], new int[BATCH]);

    @Test
    void a_value_is_dropped_with_its_probability_and_the_expectation_stays() {
        float[] mask = mask(7, 3, "node", new Dropout(0.3, Dropout.Grain.VALUE));

        assertThat(mask).hasSize(BATCH * 8 * 14 * 14).containsOnly(0, 1 / 0.7f);
        // Five standard errors of 50,176 draws.
        assertThat(IntStream.range(0, mask.length)
                        .mapToDouble(i -> mask[i])
                        .average()
                        .orElseThrow())
                .isCloseTo(1, within(5 * Math.sqrt(0.3 / 0.7 / mask.length)));
    }

    @Test
    void a_whole_image_is_dropped_by_one_number() {
        assertThat(mask(7, 3, "node", new Dropout(0.5, Dropout.Grain.IMAGE)))
                .hasSize(BATCH)
                .containsOnly(0, 2);
    }

    @Test
    void a_mask_depends_on_the_seed_the_iteration_and_the_node_alone() {
        Dropout layer = new Dropout(0.5, Dropout.Grain.VALUE);
        float[] mask = mask(7, 3, "node", layer);

        assertThat(mask(7, 3, "node", layer)).isEqualTo(mask);
        for (float[] other :
                new float[][] {mask(8, 3, "node", layer), mask(7, 4, "node", layer), mask(7, 3, "other node", layer)}) {
            // Two fair coins agree half of the time.
            long alike = IntStream.range(0, mask.length)
                    .filter(i -> mask[i] == other[i])
                    .count();
            assertThat((double) alike / mask.length).isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(mask.length)));
        }
    }

    @Test
    void nothing_is_dropped_with_a_probability_of_0() {
        float[] ones = new float[BATCH];
        Arrays.fill(ones, 1);
        assertThat(mask(7, 3, "node", new Dropout(0, Dropout.Grain.IMAGE))).isEqualTo(ones);
    }

    private static float[] mask(long seed, int iteration, String node, Dropout layer) {
        Batch batch = new Batches(IMAGES, IMAGES.mean(), Augmentation.NONE, BATCH, seed).at(iteration);
        return DropoutMask.draw(batch, node, layer, SHAPE);
    }
}
