package org.resnetclaims.data.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.resnetclaims.data.readers.IdxFixture.TRAIN_IMAGES;
import static org.resnetclaims.data.readers.IdxFixture.TRAIN_LABELS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resnetclaims.data.DataException;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.network.Shape;

class FashionMnistTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void writeFixture() {
        IdxFixture.write(directory);
    }

    @Test
    void images_and_labels_are_read() {
        HeapDataset dataset = load();

        assertThat(dataset.training().shape()).isEqualTo(new Shape(1, 2, 2));
        assertThat(dataset.training().pixels()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(dataset.training().labels()).containsExactly(0, 9, 4);
        assertThat(dataset.test().labels()).containsExactly(1, 0);
    }

    @Test
    void what_was_read_is_described() {
        DatasetDescription description = load().whole().description();

        assertThat(description)
                .isEqualTo(new DatasetDescription(
                        "fashion-mnist (unverified)", new Shape(1, 2, 2), 10, 3, 2, description.fingerprint()));
        assertThat(description.fingerprint())
                .matches("[0-9a-f]{64}")
                .isEqualTo(load().whole().description().fingerprint());
    }

    @Test
    void the_fingerprint_changes_with_any_pixel_or_label() {
        String before = load().whole().description().fingerprint();

        IdxFixture.gzip(directory.resolve(TRAIN_LABELS), IdxFixture.labels(3, 0, 9, 5));
        String otherLabel = load().whole().description().fingerprint();
        byte[] images = IdxFixture.images(3, 2, 2, 12);
        images[16]++;
        IdxFixture.gzip(directory.resolve(TRAIN_IMAGES), images);

        assertThat(load().whole().description().fingerprint()).isNotEqualTo(otherLabel);
        assertThat(otherLabel).isNotEqualTo(before);
    }

    /** The few images of this test would never be taken for the data set by their content. */
    @Test
    void files_of_known_sums_are_known_without_a_look_at_their_content() {
        assertThat(isGenuine(Checksums.check(Path.of("datasets", "fashion-mnist"))))
                .isTrue();
        assertThat(isGenuine(sumsOfDownloads())).isTrue();
    }

    @Test
    void one_file_of_another_sum_makes_it_unknown() {
        Map<String, String> sums = sumsOfDownloads();
        sums.put(TRAIN_LABELS, "0".repeat(64));

        assertThat(isGenuine(sums)).isFalse();
        assertThat(isGenuine(Map.of())).isFalse();
    }

    private boolean isGenuine(Map<String, String> sums) {
        FashionMnist reader = new FashionMnist();
        return reader.isGenuine(reader.read(directory, note -> {}), directory, sums);
    }

    private static Map<String, String> sumsOfDownloads() {
        return DownloadableDataset.named("fashion-mnist").files().stream()
                .collect(Collectors.toMap(RemoteFile::name, RemoteFile::sha256));
    }

    @Test
    void a_missing_file_is_refused() throws IOException {
        Files.delete(directory.resolve(TRAIN_LABELS));

        assertRefused(this::load, TRAIN_LABELS, "is missing: fetch it again as datasets/README.md describes");
    }

    @Test
    void a_file_that_is_not_gzip_is_refused() throws IOException {
        Files.write(directory.resolve(TRAIN_IMAGES), IdxFixture.images(3, 2, 2, 12));

        assertRefused(this::load, TRAIN_IMAGES, "is not intact gzip data (Not in GZIP format)");
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        Files.write(directory.resolve(TRAIN_IMAGES), new byte[0]);

        assertRefused(this::load, TRAIN_IMAGES, "is cut off");
    }

    @Test
    void a_file_cut_anywhere_is_refused() throws IOException {
        Path file = directory.resolve(TRAIN_IMAGES);
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(this::load).isInstanceOf(DataException.class).hasMessageContaining(TRAIN_IMAGES);
        }
    }

    @Test
    void corrupt_compression_is_refused() throws IOException {
        Path file = directory.resolve(TRAIN_IMAGES);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 8] ^= 1;
        Files.write(file, bytes);

        assertRefused(this::load, TRAIN_IMAGES, "is not intact gzip data (Corrupt GZIP trailer)");
    }

    @Test
    void a_wrong_magic_number_is_refused() {
        IdxFixture.gzip(directory.resolve(TRAIN_IMAGES), IdxFixture.labels(3, 0, 9, 4));

        assertRefused(
                this::load,
                TRAIN_IMAGES,
                "is not an IDX file of images, it starts with 0x00000801 instead of 0x00000803");
    }

    @ParameterizedTest
    @CsvSource({"-1, 2, 2", "0, 2, 2", "3, 0, 2", "3, 2, -2147483648", "1, 4097, 2", "1, 2, 2147483647"})
    void impossible_sizes_are_refused(int count, int height, int width) {
        IdxFixture.gzip(directory.resolve(TRAIN_IMAGES), IdxFixture.images(count, height, width, 12));

        assertRefused(
                this::load,
                TRAIN_IMAGES,
                "says that it holds %d images of %dx%d pixels, which cannot be right".formatted(count, width, height));
    }

    @Test
    void sizes_beyond_the_memory_are_refused_before_anything_is_allocated() {
        IdxFixture.gzip(directory.resolve(TRAIN_IMAGES), IdxFixture.images(Integer.MAX_VALUE, 4096, 4096, 12));

        assertRefused(this::load, TRAIN_IMAGES, "holds 2147483647 images of 16777216 bytes, but only");
    }

    @Test
    void fewer_pixels_than_the_header_says_are_refused() {
        IdxFixture.gzip(directory.resolve(TRAIN_IMAGES), IdxFixture.images(3, 2, 2, 11));

        assertRefused(this::load, TRAIN_IMAGES, "ends after 11 of 12 values");
    }

    @Test
    void trailing_bytes_are_refused() {
        IdxFixture.gzip(directory.resolve(TRAIN_LABELS), IdxFixture.labels(3, 0, 9, 4, 1));

        assertRefused(this::load, TRAIN_LABELS, "goes on after its last value");
    }

    @Test
    void another_number_of_labels_than_of_images_is_refused() {
        IdxFixture.gzip(directory.resolve(TRAIN_LABELS), IdxFixture.labels(2, 0, 9));

        assertRefused(this::load, TRAIN_LABELS, "says that it holds 2 labels, but there are 3 images");
    }

    @Test
    void a_label_out_of_range_is_refused() {
        IdxFixture.gzip(directory.resolve(TRAIN_LABELS), IdxFixture.labels(3, 0, 10, 4));

        assertRefused(this::load, TRAIN_LABELS, "gives image 1 the label 10, but labels go from 0 to 9");
    }

    @Test
    void test_images_of_another_size_are_refused() {
        IdxFixture.gzip(directory.resolve(TRAIN_IMAGES), IdxFixture.images(3, 1, 4, 12));

        assertRefused(
                this::load,
                directory.getFileName().toString(),
                "holds training images of 4x1 and test images of 2x2 pixels");
    }

    private HeapDataset load() {
        return Datasets.load("fashion-mnist", directory);
    }

    private static void assertRefused(ThrowingCallable call, String file, String what) {
        assertThatThrownBy(call).isInstanceOf(DataException.class).hasMessageContaining(file + " " + what);
    }
}
