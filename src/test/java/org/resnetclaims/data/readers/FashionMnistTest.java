package org.resnetclaims.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.resnetclaims.data.IdxFixture.TRAIN_IMAGES;
import static org.resnetclaims.data.IdxFixture.TRAIN_LABELS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resnetclaims.network.Shape;

class FashionMnistTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void writeFixture() {
        IdxFixture.write(directory);
    }

    @Test
    void should_read_images_and_labels() {
        Dataset dataset = load();

        assertThat(dataset.training().shape()).isEqualTo(new Shape(1, 2, 2));
        assertThat(dataset.training().pixels()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(dataset.training().labels()).containsExactly(0, 9, 4);
        assertThat(dataset.test().labels()).containsExactly(1, 0);
    }

    @Test
    void should_describe_what_was_read() {
        DatasetDescription description = load().description();

        assertThat(description)
                .isEqualTo(new DatasetDescription(
                        "fashion-mnist (unverified)", new Shape(1, 2, 2), 10, 3, 2, description.fingerprint()));
        assertThat(description.fingerprint())
                .matches("[0-9a-f]{64}")
                .isEqualTo(load().description().fingerprint());
    }

    @Test
    void should_change_the_fingerprint_with_any_pixel_or_label() {
        String before = load().description().fingerprint();

        IdxFixture.gzip(directory.resolve(TRAIN_LABELS), IdxFixture.labels(3, 0, 9, 5));
        String otherLabel = load().description().fingerprint();
        byte[] images = IdxFixture.images(3, 2, 2, 12);
        images[16]++;
        IdxFixture.gzip(directory.resolve(TRAIN_IMAGES), images);

        assertThat(load().description().fingerprint()).isNotEqualTo(otherLabel);
        assertThat(otherLabel).isNotEqualTo(before);
    }

    @Test
    void should_refuse_a_missing_file() throws IOException {
        Files.delete(directory.resolve(TRAIN_LABELS));

        assertRefused(this::load, TRAIN_LABELS, "is missing: fetch it again as datasets/README.md describes");
    }

    @Test
    void should_refuse_a_file_that_is_not_gzip() throws IOException {
        Files.write(directory.resolve(TRAIN_IMAGES), IdxFixture.images(3, 2, 2, 12));

        assertRefused(this::load, TRAIN_IMAGES, "is not intact gzip data (Not in GZIP format)");
    }

    @Test
    void should_refuse_an_empty_file() throws IOException {
        Files.write(directory.resolve(TRAIN_IMAGES), new byte[0]);

        assertRefused(this::load, TRAIN_IMAGES, "is cut off");
    }

    @Test
    void should_refuse_a_file_cut_anywhere() throws IOException {
        Path file = directory.resolve(TRAIN_IMAGES);
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(this::load).isInstanceOf(DataException.class).hasMessageContaining(TRAIN_IMAGES);
        }
    }

    @Test
    void should_refuse_corrupt_compression() throws IOException {
        Path file = directory.resolve(TRAIN_IMAGES);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 8] ^= 1;
        Files.write(file, bytes);

        assertRefused(this::load, TRAIN_IMAGES, "is not intact gzip data (Corrupt GZIP trailer)");
    }

    @Test
    void should_refuse_a_wrong_magic_number() {
        IdxFixture.gzip(directory.resolve(TRAIN_IMAGES), IdxFixture.labels(3, 0, 9, 4));

        assertRefused(
                this::load,
                TRAIN_IMAGES,
                "is not an IDX file of images, it starts with 0x00000801 instead of 0x00000803");
    }

    @ParameterizedTest
    @CsvSource({"-1, 2, 2", "0, 2, 2", "3, 0, 2", "3, 2, -2147483648", "1, 4097, 2", "1, 2, 2147483647"})
    void should_refuse_impossible_sizes(int count, int height, int width) {
        IdxFixture.gzip(directory.resolve(TRAIN_IMAGES), IdxFixture.images(count, height, width, 12));

        assertRefused(
                this::load,
                TRAIN_IMAGES,
                "says that it holds %d images of %dx%d pixels, which cannot be right".formatted(count, height, width));
    }

    @Test
    void should_refuse_sizes_beyond_the_memory_before_allocating() {
        IdxFixture.gzip(directory.resolve(TRAIN_IMAGES), IdxFixture.images(Integer.MAX_VALUE, 4096, 4096, 12));

        assertRefused(this::load, TRAIN_IMAGES, "holds 2147483647 images of 16777216 bytes, but only");
    }

    @Test
    void should_refuse_fewer_pixels_than_the_header_says() {
        IdxFixture.gzip(directory.resolve(TRAIN_IMAGES), IdxFixture.images(3, 2, 2, 11));

        assertRefused(this::load, TRAIN_IMAGES, "ends after 11 of 12 values");
    }

    @Test
    void should_refuse_trailing_bytes() {
        IdxFixture.gzip(directory.resolve(TRAIN_LABELS), IdxFixture.labels(3, 0, 9, 4, 1));

        assertRefused(this::load, TRAIN_LABELS, "goes on after its last value");
    }

    @Test
    void should_refuse_another_number_of_labels_than_of_images() {
        IdxFixture.gzip(directory.resolve(TRAIN_LABELS), IdxFixture.labels(2, 0, 9));

        assertRefused(this::load, TRAIN_LABELS, "says that it holds 2 labels, but there are 3 images");
    }

    @Test
    void should_refuse_a_label_out_of_range() {
        IdxFixture.gzip(directory.resolve(TRAIN_LABELS), IdxFixture.labels(3, 0, 10, 4));

        assertRefused(this::load, TRAIN_LABELS, "gives image 1 the label 10, but labels go from 0 to 9");
    }

    @Test
    void should_refuse_test_images_of_another_size() {
        IdxFixture.gzip(directory.resolve(TRAIN_IMAGES), IdxFixture.images(3, 1, 4, 12));

        assertRefused(
                this::load,
                directory.getFileName().toString(),
                "holds training images of 1x1x4 and test images of 1x2x2");
    }

    private Dataset load() {
        return Datasets.load("fashion-mnist", directory);
    }

    private static void assertRefused(ThrowingCallable call, String file, String what) {
        assertThatThrownBy(call).isInstanceOf(DataException.class).hasMessageContaining(file + " " + what);
    }
}
