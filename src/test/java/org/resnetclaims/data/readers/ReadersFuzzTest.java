package org.resnetclaims.data.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.Fuzz;
import org.resnetclaims.data.DataException;

class ReadersFuzzTest {

    private static final int RECORD = 3073;

    @TempDir
    private Path directory;

    @Test
    void idx_images_under_their_checksum() throws Exception {
        IdxFixture.write(directory);
        Path file = directory.resolve(IdxFixture.TRAIN_IMAGES);
        byte[] expected = load("fashion-mnist").training().pixels();

        fuzz("compressed IDX", file).run(Files.readAllBytes(file), damaged -> {
            Files.write(file, damaged);
            assertThat(load("fashion-mnist").training().pixels()).isEqualTo(expected);
        });
    }

    @Test
    void idx_images_as_somebody_may_write_them() throws Exception {
        IdxFixture.write(directory);
        Path file = directory.resolve(IdxFixture.TRAIN_IMAGES);

        new Fuzz("IDX images", Set.of(DataException.class), directory.toString()).run(content(file), damaged -> {
            IdxFixture.gzip(file, damaged);
            assertThat(load("fashion-mnist").training().pixels())
                    .isEqualTo(Arrays.copyOfRange(damaged, 16, damaged.length));
        });
    }

    @Test
    void idx_labels_as_somebody_may_write_them() throws Exception {
        IdxFixture.write(directory);
        Path file = directory.resolve(IdxFixture.TRAIN_LABELS);

        fuzz("IDX labels", file).run(content(file), damaged -> {
            IdxFixture.gzip(file, damaged);
            int[] labels = load("fashion-mnist").training().labels();
            assertThat(labels).containsExactly(damaged[8], damaged[9], damaged[10]);
        });
    }

    @Test
    void cifar_records_without_a_checksum() throws Exception {
        Path file = writeCifar();

        fuzz("CIFAR", file).run(Files.readAllBytes(file), damaged -> {
            Files.write(file, damaged);
            HeapImages test = load("cifar-10").test();
            assertThat(damaged.length).isEqualTo(test.size() * RECORD);
            for (int i = 0; i < test.size(); i++) {
                assertThat(test.labels()[i]).isEqualTo(damaged[i * RECORD]).isBetween(0, 9);
                assertThat(Arrays.equals(
                                test.pixels(), i * 3072, (i + 1) * 3072, damaged, i * RECORD + 1, (i + 1) * RECORD))
                        .isTrue();
            }
        });
    }

    @Test
    void cifar_records_under_their_checksum() throws Exception {
        Path file = writeCifar();
        byte[] original = Files.readAllBytes(file);
        Checksums.write(directory);

        fuzz("CIFAR with SHA256SUMS", file).run(original, damaged -> {
            Files.write(file, damaged);
            load("cifar-10");
            assertThat(damaged).isEqualTo(original);
        });
    }

    @Test
    void png_under_its_checksums() throws Exception {
        Path file = writeImages("png");
        byte[] expected = load("image-folder").training().pixels();

        fuzz("PNG", file).run(Files.readAllBytes(file), damaged -> {
            Files.write(file, damaged);
            assertThat(load("image-folder").training().pixels()).isEqualTo(expected);
        });
    }

    @Test
    void png_as_somebody_may_write_it() throws Exception {
        Path file = writeImages("png");

        new Fuzz("PNG with repaired sums", Set.of(DataException.class), directory.toString())
                .run(Files.readAllBytes(file), damaged -> {
                    Files.write(file, withRepairedSums(damaged));
                    assertThat(load("image-folder").training().size()).isEqualTo(3);
                });
    }

    @Test
    void jpeg_without_a_checksum() throws Exception {
        Path file = writeImages("jpg");

        // A size that differs is reported at the next image.
        new Fuzz("JPEG", Set.of(DataException.class), directory.toString()).run(Files.readAllBytes(file), damaged -> {
            Files.write(file, damaged);
            assertThat(load("image-folder").training().size()).isEqualTo(3);
        });
    }

    @Test
    void lists_of_checksums() throws Exception {
        IdxFixture.write(directory);
        Checksums.write(directory);
        Path list = directory.resolve("SHA256SUMS");

        fuzz("SHA256SUMS", list).run(Files.readAllBytes(list), damaged -> {
            Files.write(list, damaged);
            load("fashion-mnist");
        });
    }

    private HeapDataset load(String name) {
        return Datasets.load(name, directory);
    }

    private static Fuzz fuzz(String name, Path file) {
        return new Fuzz(name, Set.of(DataException.class), file.getFileName().toString());
    }

    private static byte[] content(Path gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(gzip))) {
            return in.readAllBytes();
        }
    }

    /** One image a file, and two in the one that is returned. */
    private Path writeCifar() throws IOException {
        for (int i = 1; i <= 5; i++) {
            Files.write(directory.resolve("data_batch_%d.bin".formatted(i)), new byte[RECORD]);
        }
        byte[] two = noise(2 * RECORD);
        two[0] = 3;
        two[RECORD] = 9;
        return Files.write(directory.resolve("test_batch.bin"), two);
    }

    /** Three training images, the first of which is returned and has Exif data, and two test images. */
    private Path writeImages(String format) throws IOException {
        for (String name :
                new String[] {"train/cat/a.", "train/cat/b.", "train/dog/a.", "test/cat/a.", "test/dog/a."}) {
            BufferedImage image = new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB);
            Random random = new Random(1);
            for (int i = 0; i < 63; i++) {
                image.setRGB(i % 9, i / 9, random.nextInt());
            }
            Path file = directory.resolve(name + format);
            Files.createDirectories(file.getParent());
            ImageIO.write(image, format, file.toFile());
        }
        Path first = directory.resolve("train/cat/a." + format);
        byte[] image = Files.readAllBytes(first);
        return Files.write(first, format.equals("png") ? ExifFixture.png(image, 1) : ExifFixture.jpeg(image, 1));
    }

    /** Puts the right sum after each chunk that can still be made out. */
    private static byte[] withRepairedSums(byte[] png) {
        ByteBuffer bytes = ByteBuffer.wrap(png.clone());
        int at = 8;
        while (at + 12 <= png.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > png.length - at - 12) {
                break;
            }
            CRC32 sum = new CRC32();
            sum.update(bytes.array(), at + 4, 4 + length);
            bytes.putInt(at + 8 + length, (int) sum.getValue());
            at += 12 + length;
        }
        return bytes.array();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(2).nextBytes(bytes);
        return bytes;
    }
}
