package org.resnetclaims.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resnetclaims.network.Shape;

class BatchesTest {

    private static final Shape SHAPE = new Shape(2, 3, 4);
    private static final int SIZE = (int) SHAPE.size();
    private static final int IMAGES = 10;
    private static final int BATCH = 4;
    private static final Augmentation AUGMENTATION = new Augmentation(1, true);

    /** The label of an image is its number. */
    private final LabelledImages images = new ComputedImages(SHAPE, IMAGES, IMAGES);

    private final int[] numbers = IntStream.range(0, IMAGES).toArray();

    private final MeanImage mean = images.mean();

    @Test
    void every_epoch_shows_each_image_once_and_batches_run_on_across_epochs() {
        // Five batches of four are two epochs of ten; the third batch belongs to both.
        int[] seen = labels(batches(7), 0, 5);

        assertThat(Arrays.copyOf(seen, IMAGES)).containsExactlyInAnyOrder(numbers);
        assertThat(Arrays.copyOfRange(seen, IMAGES, 2 * IMAGES))
                .containsExactlyInAnyOrder(numbers)
                .isNotEqualTo(Arrays.copyOf(seen, IMAGES));
    }

    @Test
    void a_batch_may_be_larger_than_the_set() {
        Batches batches = new Batches(images, mean, AUGMENTATION, 25, 7);
        int[] labels = new int[25];

        batches.at(1).fill(new float[25 * SIZE], labels);

        // Positions 25 to 49: the end of the third epoch, the whole of the fourth and of the fifth.
        assertThat(Arrays.copyOfRange(labels, 5, 15)).containsExactlyInAnyOrder(numbers);
        assertThat(Arrays.copyOfRange(labels, 15, 25)).containsExactlyInAnyOrder(numbers);
    }

    @Test
    void the_same_seed_gives_the_same_batches() {
        assertThat(pixels(batches(7), 3)).containsExactly(pixels(batches(7), 3));
        assertThat(labels(batches(7), 0, 9)).containsExactly(labels(batches(7), 0, 9));
    }

    @Test
    void another_seed_gives_other_batches() {
        assertThat(labels(batches(7), 0, 5)).isNotEqualTo(labels(batches(8), 0, 5));
        assertThat(pixels(batches(7), 0)).isNotEqualTo(pixels(batches(8), 0));
    }

    @Test
    void a_batch_is_the_same_in_whatever_order_it_is_asked_for() {
        Batches sequential = batches(7);
        List<float[]> expected =
                IntStream.range(0, 8).mapToObj(i -> pixels(sequential, i)).toList();
        Batches random = batches(7);

        for (int iteration : new int[] {6, 0, 7, 2, 2, 5, 1, 4, 3}) {
            assertThat(pixels(random, iteration)).containsExactly(expected.get(iteration));
        }
    }

    @Test
    void without_augmentation_images_less_the_mean_stay_as_they_are() {
        Batches batches = new Batches(images, mean, Augmentation.NONE, BATCH, 7);
        float[] pixels = new float[BATCH * SIZE];
        int[] labels = new int[BATCH];
        batches.at(5).fill(pixels, labels);

        for (int i = 0; i < BATCH; i++) {
            assertThat(image(pixels, i)).containsExactly(original(labels[i]));
        }
    }

    @Test
    void each_shift_and_mirror_image_comes_about_equally_often() {
        Map<Shift, Integer> drawn = new HashMap<>();
        Batches batches = batches(7);
        for (int iteration = 0; iteration < 900; iteration++) {
            float[] pixels = new float[BATCH * SIZE];
            int[] labels = new int[BATCH];
            batches.at(iteration).fill(pixels, labels);
            for (int i = 0; i < BATCH; i++) {
                drawn.merge(shiftOf(original(labels[i]), image(pixels, i)), 1, Integer::sum);
            }
        }

        // 3600 draws of 18 kinds: 200 of each, with a standard deviation of 14.
        assertThat(drawn).hasSize(18);
        assertThat(drawn.values()).allSatisfy(count -> assertThat(count).isCloseTo(200, within(60)));
    }

    @Test
    void nothing_is_mirrored_unless_asked_for() {
        Batches batches = new Batches(images, mean, new Augmentation(1, false), BATCH, 7);
        float[] pixels = new float[BATCH * SIZE];
        int[] labels = new int[BATCH];

        for (int iteration = 0; iteration < 20; iteration++) {
            batches.at(iteration).fill(pixels, labels);
            assertThat(shiftOf(original(labels[0]), image(pixels, 0)).mirrored())
                    .isFalse();
        }
    }

    @Test
    void mixup_mixes_a_batch_with_itself_turned_round_and_changes_nothing_else() {
        Batches mixing = new Batches(images, mean, new Augmentation(1, true, 1), BATCH, 7);
        for (int iteration = 0; iteration < 5; iteration++) {
            float[] pixels = new float[BATCH * SIZE];
            int[] labels = new int[BATCH];
            mixing.at(iteration).fill(pixels, labels);
            double share = mixing.at(iteration).share();
            float[] unmixed = pixels(batches(7), iteration);
            assertThat(labels).isEqualTo(labels(batches(7), iteration, 1));
            for (int i = 0; i < pixels.length; i++) {
                float partner = unmixed[(BATCH - 1 - i / SIZE) * SIZE + i % SIZE];
                assertThat(pixels[i]).isEqualTo((float) (share * unmixed[i] + (1 - share) * partner));
            }
        }
    }

    /**
     * The larger of two weights from Beta(1, 1), which is the uniform distribution, is uniform from one half to one.
     */
    @Test
    void the_weights_of_mixup_are_drawn_from_the_beta_distribution() {
        double[] shares = shares(1);
        assertThat(Arrays.stream(shares).boxed().toList())
                .allSatisfy(share -> assertThat(share).isBetween(0.5, 1.0));
        assertThat(Arrays.stream(shares).average().orElseThrow())
                .isCloseTo(0.75, within(5 * 0.5 / Math.sqrt(12 * 1000)));
        // The variance of Beta(0.2, 0.2) is 1 / (4 * 1.4).
        assertThat(Arrays.stream(shares(0.2))
                        .map(share -> Math.pow(share - 0.5, 2))
                        .average()
                        .orElseThrow())
                .isCloseTo(1 / 5.6, within(0.02));
        assertThat(shares(0)).containsOnly(1);
    }

    private double[] shares(double mixup) {
        Batches mixing = new Batches(images, mean, new Augmentation(0, false, mixup), BATCH, 7);
        return IntStream.range(0, 1000)
                .mapToDouble(iteration -> mixing.at(iteration).share())
                .toArray();
    }

    @Test
    void mixup_takes_a_number_from_0_to_1() {
        assertThatThrownBy(() -> new Augmentation(0, false, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Mixup takes a number from 0 to 1, not 1.5");
    }

    @Test
    void the_same_numbers_are_drawn_on_every_java() {
        // Reference results were trained in this order.
        assertThat(labels(batches(7), 0, 3)).containsExactly(4, 1, 7, 9, 6, 2, 0, 5, 3, 8, 2, 0);
    }

    @Test
    void an_empty_batch_is_refused() {
        assertThatThrownBy(() -> new Batches(images, mean, AUGMENTATION, 0, 7))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_negative_padding_is_refused() {
        assertThatThrownBy(() -> new Augmentation(-1, true)).isInstanceOf(IllegalArgumentException.class);
    }

    private Batches batches(long seed) {
        return new Batches(images, mean, AUGMENTATION, BATCH, seed);
    }

    private static int[] labels(Batches batches, int first, int count) {
        int[] all = new int[count * BATCH];
        int[] labels = new int[BATCH];
        for (int i = 0; i < count; i++) {
            batches.at(first + i).fill(new float[BATCH * SIZE], labels);
            System.arraycopy(labels, 0, all, i * BATCH, BATCH);
        }
        return all;
    }

    private static float[] pixels(Batches batches, int iteration) {
        float[] pixels = new float[BATCH * SIZE];
        batches.at(iteration).fill(pixels, new int[BATCH]);
        return pixels;
    }

    private float[] original(int image) {
        float[] pixels = new float[SIZE];
        images.fill(new int[] {image}, pixels, new int[1]);
        mean.subtractFrom(pixels, 1);
        return pixels;
    }

    private static float[] image(float[] batch, int index) {
        return Arrays.copyOfRange(batch, index * SIZE, (index + 1) * SIZE);
    }

    /** The only shift by at most one pixel, mirrored or not, that turns the one image into the other. */
    private static Shift shiftOf(float[] from, float[] to) {
        List<Shift> found = new ArrayList<>();
        for (int down = -1; down <= 1; down++) {
            for (int right = -1; right <= 1; right++) {
                for (boolean mirrored : new boolean[] {false, true}) {
                    float[] shifted = new float[SIZE];
                    Shift shift = new Shift(down, right, mirrored);
                    shift.apply(SHAPE, from, shifted, 0);
                    if (Arrays.equals(shifted, to)) {
                        found.add(shift);
                    }
                }
            }
        }
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
