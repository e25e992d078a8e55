package org.resnetclaims.data.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.resnetclaims.network.Shape;

class HeapImagesTest {

    private static final Shape SHAPE = new Shape(1, 1, 2);

    private final HeapImages images =
            new HeapImages(SHAPE, new byte[] {0, 51, 102, (byte) 255, (byte) 153, 0}, new int[] {4, 5, 6});

    @Test
    void the_mean_averages_each_pixel_over_the_images() {
        float[] pixels = {1, 1, 0, 0};
        images.mean().subtractFrom(pixels, 2);
        // (0 + 102 + 153) / 3 / 255 and (51 + 255 + 0) / 3 / 255
        assertThat(pixels).containsExactly(new float[] {2f / 3, 0.6f, -1f / 3, -0.4f}, within(1e-7f));
    }

    @Test
    void the_mean_is_computed_once() {
        assertThat(images.mean()).isSameAs(images.mean());
    }

    @Test
    void the_images_asked_for_are_filled_in_in_their_order() {
        float[] pixels = new float[4];
        int[] labels = new int[2];

        images.fill(new int[] {2, 0}, pixels, labels);

        assertThat(pixels).containsExactly(new float[] {0.6f, 0, 0, 0.2f}, within(1e-7f));
        assertThat(labels).containsExactly(6, 4);
    }

    @Test
    void an_image_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> images.fill(new int[] {3}, new float[2], new int[1]))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void pixels_that_do_not_fit_the_labels_are_refused() {
        assertThatThrownBy(() -> new HeapImages(SHAPE, new byte[3], new int[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 images of 1x1x2 cannot have 3 bytes");
    }
}
