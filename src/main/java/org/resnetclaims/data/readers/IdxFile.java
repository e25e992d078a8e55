package org.resnetclaims.data.readers;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.resnetclaims.data.DataException;
import org.resnetclaims.network.Shape;

/**
 * One gzip-compressed file in the IDX format of MNIST: a magic number, the sizes (big-endian), then a byte per value.
 */
final class IdxFile {

    private static final int IMAGES = 0x0803;
    private static final int LABELS = 0x0801;

    private static final int BUFFER = 1 << 16;

    private final Path file;

    IdxFile(Path file) {
        this.file = file;
    }

    /** Images of shape 1 x height x width, one byte per pixel. */
    record Images(Shape shape, int count, byte[] pixels) {}

    Images readImages() {
        return read(in -> {
            expectMagic(in, IMAGES, "images");
            int count = in.readInt();
            int height = in.readInt();
            int width = in.readInt();
            if (count < 1 || height < 1 || width < 1 || height > Limits.SIDE || width > Limits.SIDE) {
                throw broken("says that it holds %d images of %dx%d pixels, which cannot be right"
                        .formatted(count, width, height));
            }
            Shape shape = new Shape(1, height, width);
            byte[] pixels = readToEnd(in, Limits.bytes(file, count, shape.size()));
            return new Images(shape, count, pixels);
        });
    }

    /** Labels from 0 to {@code classes - 1}, one for each of {@code images} images. */
    int[] readLabels(int images, int classes) {
        return read(in -> {
            expectMagic(in, LABELS, "labels");
            int count = in.readInt();
            if (count != images) {
                throw broken("says that it holds %d labels, but there are %d images".formatted(count, images));
            }
            byte[] bytes = readToEnd(in, count);
            int[] labels = new int[count];
            for (int i = 0; i < count; i++) {
                labels[i] = Byte.toUnsignedInt(bytes[i]);
                if (labels[i] >= classes) {
                    throw broken("gives image %d the label %d, but labels go from 0 to %d"
                            .formatted(i, labels[i], classes - 1));
                }
            }
            return labels;
        });
    }

    private void expectMagic(DataInputStream in, int expected, String content) throws IOException {
        int magic = in.readInt();
        if (magic != expected) {
            throw broken("is not an IDX file of %s, it starts with 0x%08x instead of 0x%08x"
                    .formatted(content, magic, expected));
        }
    }

    private byte[] readToEnd(DataInputStream in, int expected) throws IOException {
        // Allocates as it reads, so that a false size in the header cannot exhaust the memory.
        byte[] bytes = in.readNBytes(expected);
        if (bytes.length < expected) {
            throw broken("ends after %d of %d values".formatted(bytes.length, expected));
        }
        // Gzip checks its own sum only when it is read to the end.
        if (in.read() != -1) {
            throw broken("goes on after its last value");
        }
        return bytes;
    }

    private interface Content<T> {
        T readFrom(DataInputStream in) throws IOException;
    }

    private <T> T read(Content<T> content) {
        try (InputStream compressed = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new GZIPInputStream(compressed, BUFFER))) {
            return content.readFrom(in);
        } catch (NoSuchFileException e) {
            throw broken("is missing");
        } catch (EOFException e) {
            throw broken("is cut off");
        } catch (ZipException e) {
            throw broken("is not intact gzip data (%s)".formatted(e.getMessage()));
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    private DataException broken(String what) {
        return new DataException("%s %s: fetch it again as datasets/README.md describes".formatted(file, what));
    }
}
