package org.resnetclaims.data.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resnetclaims.data.DataException;
import org.resnetclaims.network.Shape;

class Cifar10Test {

    private static final int RECORD = 3073;
    private static final RemoteFile ORIGINAL =
            DownloadableDataset.named("cifar-10").archiveFile();

    @TempDir
    private Path directory;

    /** One record in each training file, two in the first; the planes of each have the values 10, 20 and 30. */
    @BeforeEach
    void writeFixture() throws IOException {
        Files.write(directory.resolve("data_batch_1.bin"), records(7, 1));
        for (int i = 2; i <= 5; i++) {
            Files.write(directory.resolve("data_batch_%d.bin".formatted(i)), records(i));
        }
        Files.write(directory.resolve("test_batch.bin"), records(9, 0, 3));
    }

    @Test
    void all_files_are_read_in_order() {
        HeapDataset dataset = load();

        assertThat(dataset.whole().description().image()).isEqualTo(new Shape(3, 32, 32));
        assertThat(dataset.training().labels()).containsExactly(7, 1, 2, 3, 4, 5);
        assertThat(dataset.test().labels()).containsExactly(9, 0, 3);
    }

    @Test
    void files_of_unknown_origin_are_called_unverified() {
        assertThat(load().whole().description().name()).isEqualTo("cifar-10 (unverified)");
        assertThat(load().whole().description().isUnverified("cifar-10")).isTrue();
        assertThat(load().reduced(10, 10, 4).description().name()).isEqualTo("cifar-10 (unverified)");
    }

    /** The archive itself cannot be part of the tests, and what is noted of it is believed. */
    @Test
    void what_was_unpacked_from_the_original_archive_is_known() throws IOException {
        ArchiveNote.write(directory, ORIGINAL);
        Checksums.write(directory);

        assertThat(load().whole().description().name()).isEqualTo("cifar-10");
        assertThat(load().whole().description().isUnverified("cifar-10")).isFalse();
    }

    @Test
    void a_note_without_sums_is_not_believed() throws IOException {
        ArchiveNote.write(directory, ORIGINAL);

        assertThat(load().whole().description().name()).isEqualTo("cifar-10 (unverified)");
    }

    @Test
    void sums_without_a_note_are_not_believed() throws IOException {
        Checksums.write(directory);

        assertThat(load().whole().description().name()).isEqualTo("cifar-10 (unverified)");
    }

    @Test
    void sums_that_leave_out_a_file_are_not_believed() throws IOException {
        ArchiveNote.write(directory, ORIGINAL);
        Checksums.write(directory);
        Path list = directory.resolve("SHA256SUMS");
        Files.write(
                list,
                Files.readAllLines(list).stream()
                        .filter(line -> !line.endsWith("test_batch.bin"))
                        .toList());

        assertThat(load().whole().description().name()).isEqualTo("cifar-10 (unverified)");
    }

    @Test
    void a_note_of_another_archive_is_not_believed() throws IOException {
        ArchiveNote.write(directory, new RemoteFile(ORIGINAL.name(), ORIGINAL.bytes(), "0".repeat(64), List.of()));
        Checksums.write(directory);

        assertThat(load().whole().description().name()).isEqualTo("cifar-10 (unverified)");
    }

    @Test
    void planes_stay_in_the_order_red_green_blue() {
        byte[] pixels = load().test().pixels();

        assertThat(Arrays.copyOfRange(pixels, 3072, 3072 + 1024)).containsOnly(10);
        assertThat(Arrays.copyOfRange(pixels, 3072 + 1024, 3072 + 2048)).containsOnly(20);
        assertThat(Arrays.copyOfRange(pixels, 3072 + 2048, 6144)).containsOnly(30);
    }

    @Test
    void a_missing_file_is_refused() throws IOException {
        Files.delete(directory.resolve("data_batch_4.bin"));

        assertRefused(
                "data_batch_4.bin is missing: unpack cifar-10-binary.tar.gz again as datasets/README.md describes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, RECORD - 1, RECORD + 1})
    void a_file_that_is_not_whole_records_is_refused(int size) throws IOException {
        Files.write(directory.resolve("data_batch_2.bin"), new byte[size]);

        assertRefused(
                "data_batch_2.bin has %d bytes, which is not a whole number of records of 3073 bytes".formatted(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 255})
    void a_label_out_of_range_is_refused(int label) throws IOException {
        Files.write(directory.resolve("test_batch.bin"), records(1, label));

        assertRefused("test_batch.bin gives record 1 the label %d, but labels go from 0 to 9".formatted(label));
    }

    private HeapDataset load() {
        return Datasets.load("cifar-10", directory);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::load).isInstanceOf(DataException.class).hasMessageContaining(message);
    }

    private static byte[] records(int... labels) {
        byte[] bytes = new byte[labels.length * RECORD];
        for (int i = 0; i < labels.length; i++) {
            int start = i * RECORD;
            bytes[start] = (byte) labels[i];
            Arrays.fill(bytes, start + 1, start + 1025, (byte) 10);
            Arrays.fill(bytes, start + 1025, start + 2049, (byte) 20);
            Arrays.fill(bytes, start + 2049, start + RECORD, (byte) 30);
        }
        return bytes;
    }
}
