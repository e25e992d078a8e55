package org.resnetclaims.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.resnetclaims.network.Shape;

class LabelledImagesTest {

    private static final Shape SHAPE = new Shape(1, 1, 2);

    private final LabelledImages images =
            new LabelledImages(SHAPE, new byte[] {0, 51, 102, (byte) 255, (byte) 153, 0}, new int[] {4, 5, 6});

    @Test
    void should_average_each_pixel_over_the_images() {
        // (0 + 102 + 153) / 3 / 255 and (51 + 255 + 0) / 3 / 255
        assertThat(images.mean()).containsExactly(new float[] {1f / 3, 0.4f}, within(1e-7f));
    }

    @Test
    void should_copy_images_scaled_and_less_the_mean() {
        float[] pixels = new float[4];
        int[] labels = new int[2];

        images.copy(1, 2, new float[] {0.1f, 0.2f}, pixels, labels);

        assertThat(pixels).containsExactly(new float[] {0.3f, 0.8f, 0.5f, -0.2f}, within(1e-7f));
        assertThat(labels).containsExactly(5, 6);
    }

    @Test
    void should_refuse_to_copy_beyond_the_last_image() {
        assertThatThrownBy(() -> images.copy(2, 2, new float[2], new float[4], new int[2]))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void should_refuse_pixels_that_do_not_fit_the_labels() {
        assertThatThrownBy(() -> new LabelledImages(SHAPE, new byte[3], new int[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 images of 1x1x2 cannot have 3 bytes");
    }
}
