package org.resnetclaims.data.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.resnetclaims.data.DataException;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.network.Shape;

class HeapDatasetTest {

    private static final Shape SHAPE = new Shape(2, 2, 4);

    /** The label says the class, and every pixel of an image is its number. */
    private static HeapImages images(int... labels) {
        byte[] pixels = new byte[labels.length * (int) SHAPE.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / SHAPE.size());
        }
        return new HeapImages(SHAPE, pixels, labels);
    }

    private final HeapDataset dataset = new HeapDataset("toy", 2, images(0, 0, 0, 1, 0, 1, 1), images(1, 0, 0, 1));

    @Test
    void the_first_images_of_each_class_stay_in_their_order() {
        HeapImages training = new Reduction(dataset, 4, 1).of(dataset.training());
        HeapImages test = new Reduction(dataset, 2, 1).of(dataset.test());

        assertThat(training.labels()).containsExactly(0, 0, 1, 1);
        assertThat(firstPixels(training)).containsExactly(0, 1, 3, 5);
        assertThat(firstPixels(test)).containsExactly(0, 1);
    }

    @Test
    void a_reduced_set_is_described_with_its_true_numbers() {
        DatasetDescription description = dataset.reduced(5, 100, 2).description();

        assertThat(description)
                .isEqualTo(new DatasetDescription("toy", new Shape(2, 1, 2), 2, 4, 4, description.fingerprint()));
        assertThat(description.fingerprint())
                .isNotEqualTo(dataset.whole().description().fingerprint());
    }

    @Test
    void it_stays_the_same_if_nothing_is_taken_away() {
        assertThat(dataset.reduced(Integer.MAX_VALUE, Integer.MAX_VALUE, 1).description())
                .isEqualTo(dataset.whole().description());
    }

    @Test
    void squares_of_pixels_are_averaged_and_rounded_to_the_nearest_byte() {
        byte[] pixels = {10, 20, (byte) 255, (byte) 255, 30, 41, (byte) 255, (byte) 254, 0, 1, 0, 0, 0, 1, 0, 1};
        HeapImages image = new HeapImages(SHAPE, pixels, new int[] {0});
        HeapImages averaged = new Reduction(new HeapDataset("toy", 1, image, image), 1, 2).of(image);

        // 101 / 4 = 25.25, 1019 / 4 = 254.75, 2 / 4 = 0.5, 1 / 4 = 0.25
        assertThat(averaged.shape()).isEqualTo(new Shape(2, 1, 2));
        assertThat(averaged.pixels()).containsExactly(25, (byte) 255, 1, 0);
    }

    @Test
    void a_square_that_reaches_beyond_an_edge_is_averaged_over_what_there_is() {
        byte[] pixels = {
            10, 20, 30, 20, 40, 60, 8, 9, 100, //
            1, 2, 3, 4, 5, 6, 7, 8, 9
        };
        HeapImages image = new HeapImages(new Shape(2, 3, 3), pixels, new int[] {0});
        HeapImages averaged = new Reduction(new HeapDataset("toy", 1, image, image), 1, 2).of(image);

        // 90 / 4 = 22.5, 90 / 2, 17 / 2 = 8.5, 100; 12 / 4, 9 / 2 = 4.5, 15 / 2 = 7.5, 9
        assertThat(averaged.shape()).isEqualTo(new Shape(2, 2, 2));
        assertThat(averaged.pixels()).containsExactly(23, 45, 9, 100, 3, 5, 8, 9);
    }

    @Test
    void an_image_of_a_single_pixel_stays_one() {
        HeapImages pixel = new HeapImages(new Shape(1, 1, 1), new byte[] {7}, new int[] {0});
        HeapImages averaged = new Reduction(new HeapDataset("toy", 1, pixel, pixel), 1, 2).of(pixel);

        assertThat(averaged.shape()).isEqualTo(new Shape(1, 1, 1));
        assertThat(averaged.pixels()).containsExactly(7);
    }

    @Test
    void fewer_images_than_classes_are_refused() {
        assertThatThrownBy(() -> dataset.reduced(4, 1, 1))
                .isInstanceOf(DataException.class)
                .hasMessage("1 images cannot hold one of each of the 2 classes of toy:"
                        + " choose a larger scale or fewer classes");
    }

    private static byte[] firstPixels(HeapImages images) {
        byte[] first = new byte[images.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = images.pixels()[i * (int) images.shape().size()];
        }
        return first;
    }
}
