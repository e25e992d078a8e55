package org.resnetclaims.data.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resnetclaims.data.DataException;
import org.resnetclaims.data.ImageSize;

/** What is read from unusual files, compared with what Pillow 12.3.0 and OpenCV 5.0.0 read. */
class ImageFileTest {

    @TempDir
    private Path folder;

    // Expected values from Pillow's ImageOps.exif_transpose.
    @ParameterizedTest
    @CsvSource({
        "1, 3x2, 1 2 3 4 5 6",
        "2, 3x2, 3 2 1 6 5 4",
        "3, 3x2, 6 5 4 3 2 1",
        "4, 3x2, 4 5 6 1 2 3",
        "5, 2x3, 1 4 2 5 3 6",
        "6, 2x3, 4 1 5 2 6 3",
        "7, 2x3, 6 3 5 2 4 1",
        "8, 2x3, 3 6 2 5 1 4",
        "0, 3x2, 1 2 3 4 5 6",
        "9, 3x2, 1 2 3 4 5 6"
    })
    void a_png_is_turned_as_its_exif_data_say(int orientation, String size, String shown) throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setPixels(0, 0, 3, 2, new int[] {1, 2, 3, 4, 5, 6});
        ImageFile file = write(ExifFixture.png(encoded(image, "png"), orientation));

        assertThat(file.size()).hasToString(size);
        assertThat(Arrays.toString(Arrays.copyOf(decoded(file), 6)).replaceAll("[\\[,\\]]", ""))
                .isEqualTo(shown);
    }

    @Test
    void a_jpeg_is_turned_as_its_exif_data_say() throws IOException {
        byte[] jpeg = encoded(colours(), "jpg");
        byte[] stored = decoded(write(jpeg));
        ImageFile file = write(ExifFixture.jpeg(jpeg, 6));
        byte[] shown = decoded(file);

        assertThat(file.size()).isEqualTo(new ImageSize(8, 16));
        for (int i = 0; i < shown.length; i++) {
            int channel = i / 128;
            int y = i % 128 / 8;
            int x = i % 8;
            assertThat(shown[i]).isEqualTo(stored[channel * 128 + (7 - x) * 16 + y]);
        }
    }

    // Expected values from OpenCV, which keeps the upper half; Pillow's gray ends at 255.
    @Test
    void gray_of_16_bits_is_read_as_by_opencv() throws IOException {
        byte[] gray = decoded(resource("gray16.png"));

        assertThat(plane(gray, 0))
                .containsExactly(
                        0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 18, 18, 127, 128, 128, 128, 254, 255, 255, 255, 255, 255);
        assertThat(plane(gray, 1)).isEqualTo(plane(gray, 0));
        assertThat(plane(gray, 2)).isEqualTo(plane(gray, 0));
    }

    // Expected values from Pillow and OpenCV, which agree.
    @Test
    void colours_of_16_bits_are_read_as_by_pillow_and_opencv() throws IOException {
        byte[] rgb = decoded(resource("rgb16.png"));

        assertThat(plane(rgb, 0))
                .containsExactly(
                        0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 18, 18, 127, 128, 128, 128, 254, 255, 255, 255, 255, 255);
        assertThat(plane(rgb, 1))
                .containsExactly(
                        255, 255, 255, 255, 255, 255, 254, 254, 254, 254, 254, 237, 237, 128, 127, 127, 127, 1, 0, 0, 0,
                        0, 0);
        assertThat(plane(rgb, 2))
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 9, 63, 64, 64, 64, 127, 127, 127, 127, 127, 127);
    }

    @Test
    void a_cmyk_image_is_refused_by_name() throws IOException {
        assertThatThrownBy(() -> resource("cmyk.jpg").size())
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("image")
                        + " is a CMYK image, and programs do not agree on the colours of those: convert it to RGB");
    }

    private static BufferedImage colours() {
        BufferedImage image = new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 128; i++) {
            image.setRGB(i % 16, i / 16, i % 16 * 0x0f0003 + i / 16 * 0x001f08);
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private ImageFile write(byte[] content) throws IOException {
        return new ImageFile(Files.write(folder.resolve("image"), content));
    }

    private ImageFile resource(String name) throws IOException {
        try (InputStream in = ImageFileTest.class.getResourceAsStream(name)) {
            return write(in.readAllBytes());
        }
    }

    private static byte[] decoded(ImageFile file) {
        ImageSize size = file.size();
        byte[] pixels = new byte[3 * size.width() * size.height()];
        file.decode(size, pixels, 0);
        return pixels;
    }

    private static int[] plane(byte[] pixels, int channel) {
        int area = pixels.length / 3;
        int[] values = new int[area];
        Arrays.setAll(values, i -> Byte.toUnsignedInt(pixels[channel * area + i]));
        return values;
    }
}
