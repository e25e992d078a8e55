package org.resnetclaims.data.readers;

import com.drew.imaging.ImageProcessingException;
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
import org.resnetclaims.data.ImageSize;

/** One PNG or JPEG image on disk. */
final class ImageFile {

    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private final Path file;

    ImageFile(Path file) {
        this.file = file;
    }

    private record Header(ImageSize stored, Orientation orientation) {

        ImageSize shown() {
            return orientation.shown(stored);
        }
    }

    /** The size at which the image is shown; nothing is decoded. */
    ImageSize size() {
        return read(this::header).shown();
    }

    /**
     * Decodes the image as red, green and blue planes, turned as its Exif data say. Transparency is dropped, and the
     * lower half of samples of 16 bits. OpenCV reads the same values, and so does Pillow but for gray of 16 bits; but
     * where a JPEG in colour has a colour profile, these ignore it and Java converts to sRGB.
     *
     * @param into receives {@code 3 * height * width} bytes
     * @param offset where they start
     * @throws DataException also if the image is not of the expected size, found out before it is decoded
     */
    void decode(ImageSize expected, byte[] into, int offset) {
        read(reader -> {
            Header header = header(reader);
            if (!header.shown().equals(expected)) {
                throw broken("has %s pixels where the first training image has %s: scale all images to one size"
                        .formatted(header.shown(), expected));
            }
            checkSums(reader);
            List<String> warnings = new ArrayList<>();
            // The JPEG decoder fills in the missing parts of a damaged file and only warns of it.
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            BufferedImage image = reader.read(0);
            if (!warnings.isEmpty()) {
                throw damaged(warnings.get(0));
            }
            copy(image, header, into, offset);
            return header;
        });
    }

    private Header header(ImageReader reader) throws IOException, ImageProcessingException {
        ImageSize stored = new ImageSize(reader.getWidth(0), reader.getHeight(0));
        if (stored.width() > Limits.SIDE || stored.height() > Limits.SIDE) {
            throw broken(
                    "has %s pixels and at most %d a side are allowed: scale it down".formatted(stored, Limits.SIDE));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ImageMetadata metadata = isPng(reader) ? ImageMetadata.ofPng(in) : ImageMetadata.ofJpeg(in);
            if (metadata.isCmyk()) {
                throw broken("is a CMYK image, and programs do not agree on the colours of those: convert it to RGB");
            }
            return new Header(stored, metadata.orientation());
        }
    }

    private void checkSums(ImageReader reader) throws IOException {
        if (isPng(reader)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                PngChunks.check(in);
            }
        }
    }

    private static boolean isPng(ImageReader reader) throws IOException {
        return formatOf(reader).equals("png");
    }

    private static String formatOf(ImageReader reader) throws IOException {
        return reader.getFormatName().toLowerCase(Locale.ROOT);
    }

    private static void copy(BufferedImage image, Header header, byte[] into, int offset) {
        int width = header.shown().width();
        int area = header.shown().height() * width;
        for (int i = 0; i < area; i++) {
            int x = header.orientation.storedX(i % width, i / width, header.stored);
            int y = header.orientation.storedY(i % width, i / width, header.stored);
            for (int channel = 0; channel < 3; channel++) {
                into[offset + channel * area + i] = (byte) valueAt(image, x, y, channel);
            }
        }
    }

    /** Reads the sample itself, because getRGB takes gray values for linear light and returns brighter ones. */
    private static int valueAt(BufferedImage image, int x, int y, int channel) {
        if (image.getColorModel() instanceof IndexColorModel) {
            return image.getRGB(x, y) >> (16 - 8 * channel);
        }
        int band = image.getColorModel().getNumColorComponents() == 1 ? 0 : channel;
        return image.getRaster().getSample(x, y, band)
                >> (image.getSampleModel().getSampleSize(band) - Byte.SIZE);
    }

    private interface Task<T> {
        T apply(ImageReader reader) throws IOException, ImageProcessingException;
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
        } catch (IOException | ImageProcessingException | RuntimeException e) {
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
