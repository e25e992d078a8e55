package org.resnetclaims.data.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resnetclaims.data.DataException;
import org.resnetclaims.network.Shape;

class ImageFolderTest {

    @TempDir
    private Path directory;

    /** Red cats and blue dogs of 2 rows and 3 columns, all PNG. */
    @BeforeEach
    void writeFixture() throws IOException {
        write("train/dog/b.png", rgb(3, 2, 0x0000ff));
        write("train/cat/a.png", rgb(3, 2, 0xff0000));
        write("train/cat/c.PNG", rgb(3, 2, 0xfe0102));
        write("test/cat/a.png", rgb(3, 2, 0xff0000));
        write("test/dog/a.png", rgb(3, 2, 0x0000ff));
    }

    @Test
    void classes_and_files_are_numbered_in_the_order_of_their_names() {
        HeapDataset dataset = load();

        assertThat(dataset.whole().description().classes()).isEqualTo(2);
        assertThat(dataset.training().shape()).isEqualTo(new Shape(3, 2, 3));
        assertThat(dataset.training().labels()).containsExactly(0, 0, 1);
        assertThat(dataset.test().labels()).containsExactly(0, 1);
    }

    @Test
    void planes_stay_in_the_order_red_green_blue() {
        byte[] pixels = load().training().pixels();

        assertThat(Arrays.copyOfRange(pixels, 18, 36))
                .containsExactly(-2, -2, -2, -2, -2, -2, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2);
    }

    @Test
    void rows_and_columns_are_not_mixed_up() throws IOException {
        BufferedImage image = rgb(3, 2, 0);
        image.setRGB(2, 0, 0x050000);
        image.setRGB(0, 1, 0x070000);
        write("train/cat/a.png", image);

        assertThat(Arrays.copyOf(load().training().pixels(), 6)).containsExactly(0, 0, 5, 7, 0, 0);
    }

    @Test
    void jpeg_is_read() throws IOException {
        write("train/dog/d.jpg", rgb(3, 2, 0x808080));
        write("train/dog/e.jpeg", rgb(3, 2, 0x808080));
        HeapImages training = load().training();

        assertThat(training.labels()).containsExactly(0, 0, 1, 1, 1);
        for (int i = 3 * 18; i < 5 * 18; i++) {
            assertThat(Byte.toUnsignedInt(training.pixels()[i])).isBetween(126, 130);
        }
    }

    @Test
    void gray_images_have_one_channel() throws IOException {
        write("train/dog/b.png", gray(0));
        write("train/cat/a.png", gray(100));
        write("train/cat/c.PNG", rgb(3, 2, 0x646464));
        write("test/cat/a.png", gray(200));
        write("test/dog/a.png", gray(255));
        HeapDataset dataset = load();

        assertThat(dataset.whole().description().image()).isEqualTo(new Shape(1, 2, 3));
        assertThat(dataset.training().pixels())
                .containsExactly(100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 0, 0, 0, 0, 0, 0);
        assertThat(Byte.toUnsignedInt(dataset.test().pixels()[0])).isEqualTo(200);
    }

    @Test
    void all_images_have_three_channels_if_one_has_colour() throws IOException {
        write("train/cat/a.png", gray(100));

        assertThat(load().whole().description().image()).isEqualTo(new Shape(3, 2, 3));
        assertThat(Arrays.copyOf(load().training().pixels(), 18)).containsOnly(100);
    }

    @Test
    void transparency_is_dropped() throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 0, 0x40112233);
        write("train/cat/a.png", image);

        assertThat(load().training().pixels()).startsWith(0, 0x11, 0, 0, 0, 0, 0, 0x22);
    }

    @Test
    void what_a_desktop_leaves_is_skipped_and_counted() throws IOException {
        for (String name : List.of(
                "train/.DS_Store",
                "train/cat/._a.png",
                "train/dog/Thumbs.db",
                "train/dog/desktop.ini",
                "test/Desktop.ini",
                "test/cat/.hidden")) {
            Files.writeString(directory.resolve(name), "x");
        }
        List<String> notes = new ArrayList<>();

        assertThat(Datasets.load("image-folder", directory, notes::add)
                        .training()
                        .size())
                .isEqualTo(3);
        assertThat(notes)
                .containsExactly(
                        "Skipped what is hidden or was left by a desktop among the images, such as %s: 6 in all"
                                .formatted(directory.resolve("train/.DS_Store")));
    }

    @Test
    void a_clean_folder_is_read_without_a_note() {
        Datasets.load("image-folder", directory, note -> {
            throw new AssertionError(note);
        });
    }

    @Test
    void a_folder_of_what_a_desktop_leaves_holds_no_images() throws IOException {
        Files.move(directory.resolve("test/cat/a.png"), directory.resolve("test/cat/Thumbs.db"));

        assertRefused("test/cat", "holds no images: add some or remove the class");
    }

    @Test
    void images_that_are_shown_in_one_size_may_be_stored_in_two() throws IOException {
        Path upright = directory.resolve("train/cat/d.png");
        write("train/cat/d.png", rgb(2, 3, 0x00ff00));
        Files.write(upright, ExifFixture.png(Files.readAllBytes(upright), 8));

        assertThat(load().training().size()).isEqualTo(4);
    }

    @Test
    void an_image_of_another_size_is_refused() throws IOException {
        write("test/dog/a.png", rgb(4, 2, 0));

        assertRefused(
                "test/dog/a.png",
                "has 4x2 pixels where the first training image has 3x2: scale all images to one size");
    }

    @Test
    void a_huge_image_is_refused_before_it_is_decoded() throws IOException {
        Files.write(directory.resolve("train/cat/a.png"), pngHeader(Integer.MAX_VALUE, 100_000));

        assertRefused(
                "train/cat/a.png", "has 2147483647x100000 pixels and at most 4096 a side are allowed: scale it down");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void an_image_cut_anywhere_is_refused(String format) throws IOException {
        Path file = directory.resolve("train/dog/z." + format);
        write("train/dog/z." + format, rgb(3, 2, 0x123456));
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(this::load)
                    .as("cut to %d of %d bytes", length, whole.length)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(file + " is ");
        }
    }

    @Test
    void a_png_with_any_byte_altered_is_refused() throws IOException {
        Path file = directory.resolve("train/dog/z.png");
        write("train/dog/z.png", rgb(3, 2, 0x123456));
        byte[] whole = Files.readAllBytes(file);

        for (int i = 0; i < whole.length; i++) {
            byte[] altered = whole.clone();
            altered[i] ^= 4;
            Files.write(file, altered);
            assertThatThrownBy(this::load)
                    .as("byte %d altered", i)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(file + " ");
        }
    }

    @Test
    void another_format_under_a_known_name_is_refused() throws IOException {
        ImageIO.write(rgb(3, 2, 0), "gif", directory.resolve("train/cat/a.png").toFile());

        assertRefused("train/cat/a.png", "is neither a PNG nor a JPEG image: replace or remove it");
    }

    @Test
    void a_file_of_another_kind_is_refused() throws IOException {
        Files.writeString(directory.resolve("train/cat/notes.txt"), "x");

        assertRefused("train/cat/notes.txt", "is not a file named *.png, *.jpg or *.jpeg: convert or remove it");
    }

    @Test
    void a_file_among_the_class_folders_is_refused() throws IOException {
        Files.writeString(directory.resolve("train/notes.txt"), "x");

        assertRefused("train/notes.txt", "is not the folder of a class: remove it");
    }

    @Test
    void a_class_without_images_is_refused() throws IOException {
        Files.delete(directory.resolve("test/cat/a.png"));

        assertRefused("test/cat", "holds no images: add some or remove the class");
    }

    @Test
    void test_classes_that_differ_are_refused() throws IOException {
        Files.move(directory.resolve("test/dog"), directory.resolve("test/cow"));

        assertRefused(
                "train",
                "has the classes [cat, dog] but %s has [cat, cow]: give both the same class folders"
                        .formatted(directory.resolve("test")));
    }

    @Test
    void a_single_class_is_refused() throws IOException {
        Files.delete(directory.resolve("train/dog/b.png"));
        Files.delete(directory.resolve("train/dog"));

        assertRefused("train", "needs at least 2 class folders but has 1: give each class a folder of its own");
    }

    @Test
    void a_folder_without_train_is_refused(@TempDir Path empty) {
        assertThatThrownBy(() -> Datasets.load("image-folder", empty))
                .isInstanceOf(DataException.class)
                .hasMessage("The folder %s does not exist: lay the images out as datasets/README.md describes"
                        .formatted(empty.resolve("train")));
    }

    private HeapDataset load() {
        return Datasets.load("image-folder", directory);
    }

    private void assertRefused(String file, String what) {
        assertThatThrownBy(this::load)
                .isInstanceOf(DataException.class)
                .hasMessage(directory.resolve(file) + " " + what);
    }

    private void write(String name, BufferedImage image) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(image, name.contains(".j") ? "jpg" : "png", file.toFile()))
                .isTrue();
    }

    private static BufferedImage rgb(int width, int height, int colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, colour);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    private static BufferedImage gray(int value) {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
        int[] samples = new int[6];
        Arrays.fill(samples, value);
        image.getRaster().setPixels(0, 0, 3, 2, samples);
        return image;
    }

    /** The signature and the header chunk of an 8-bit RGB image of that size, and nothing else. */
    private static byte[] pngHeader(int width, int height) {
        byte[] chunk = ByteBuffer.allocate(17)
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(chunk);
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .putLong(0x89504e470d0a1a0aL)
                .putInt(13)
                .put(chunk)
                .putInt((int) sum.getValue())
                .array();
    }
}
