package org.resnetclaims.data.readers;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.resnetclaims.data.DataException;

/** One PNG or JPEG image on disk. */
final class ImageFile {

    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private final Path file;

    ImageFile(Path file) {
        this.file = file;
    }

    record Size(int height, int width) {

        @Override
        public String toString() {
            return height + "x" + width;
        }
    }

    /** The size that the header states; nothing is decoded. */
    Size size() {
        return read(this::sizeOf);
    }

    /**
     * Decodes the image as red, green and blue planes; transparency is dropped.
     *
     * @param into receives {@code 3 * height * width} bytes
     * @param offset where they start
     * @throws DataException also if the image is not of the expected size, found out before it is decoded
     */
    void decode(Size expected, byte[] into, int offset) {
        read(reader -> {
            Size size = sizeOf(reader);
            if (!size.equals(expected)) {
                throw broken("has %s pixels where the first training image has %s: scale all images to one size"
                        .formatted(size, expected));
            }
            checkSums(reader);
            List<String> warnings = new ArrayList<>();
            // The JPEG decoder fills in the missing parts of a damaged file and only warns of it.
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            BufferedImage image = reader.read(0);
            if (!warnings.isEmpty()) {
                throw damaged(warnings.get(0));
            }
            copy(image, into, offset);
            return size;
        });
    }

    private Size sizeOf(ImageReader reader) throws IOException {
        Size size = new Size(reader.getHeight(0), reader.getWidth(0));
        if (size.height > Limits.SIDE || size.width > Limits.SIDE) {
            throw broken("has %s pixels and at most %d a side are allowed: scale it down".formatted(size, Limits.SIDE));
        }
        return size;
    }

    private void checkSums(ImageReader reader) throws IOException {
        if (formatOf(reader).equals("png")) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                PngChunks.check(in);
            }
        }
    }

    private static String formatOf(ImageReader reader) throws IOException {
        return reader.getFormatName().toLowerCase(Locale.ROOT);
    }

    private static void copy(BufferedImage image, byte[] into, int offset) {
        int width = image.getWidth();
        int area = image.getHeight() * width;
        boolean gray = image.getColorModel().getNumColorComponents() == 1
                && !(image.getColorModel() instanceof IndexColorModel);
        for (int i = 0; i < area; i++) {
            int rgb = gray ? grayAt(image, i % width, i / width) : image.getRGB(i % width, i / width);
            into[offset + i] = (byte) (rgb >> 16);
            into[offset + area + i] = (byte) (rgb >> 8);
            into[offset + 2 * area + i] = (byte) rgb;
        }
    }

    /** Reads the sample itself, because getRGB takes gray values for linear light and returns brighter ones. */
    private static int grayAt(BufferedImage image, int x, int y) {
        int highest = (1 << image.getSampleModel().getSampleSize(0)) - 1;
        int gray = image.getRaster().getSample(x, y, 0) * 255 / highest;
        return gray << 16 | gray << 8 | gray;
    }

    private interface Task<T> {
        T apply(ImageReader reader) throws IOException;
    }

    private <T> T read(Task<T> task) {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            ImageReader reader = readerFor(in);
            try {
                reader.setInput(in, true, true);
                return task.apply(reader);
            } finally {
                reader.dispose();
            }
        } catch (DataException e) {
            throw e;
        } catch (FileNotFoundException e) {
            throw DataException.unreadable(file, e);
        } catch (IOException | RuntimeException e) {
            // The decoders throw unchecked exceptions at some kinds of damage.
            throw damaged(e.toString());
        }
    }

    private ImageReader readerFor(ImageInputStream in) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(in); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(formatOf(reader))) {
                return reader;
            }
        }
        throw broken("is neither a PNG nor a JPEG image: replace or remove it");
    }

    private DataException damaged(String detail) {
        return broken("is damaged or of an unusual kind (%s): replace or remove it".formatted(detail));
    }

    private DataException broken(String what) {
        return new DataException(file + " " + what);
    }
}
