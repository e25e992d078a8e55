package org.resnetclaims.data.readers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a tiny data set in the format and under the names of Fashion-MNIST. */
public final class IdxFixture {

    static final String TRAIN_IMAGES = "train-images-idx3-ubyte.gz";
    static final String TRAIN_LABELS = "train-labels-idx1-ubyte.gz";

    private IdxFixture() {}

    /** Three training images and two test images of 2x2 pixels. */
    public static void write(Path directory) {
        gzip(directory.resolve(TRAIN_IMAGES), images(3, 2, 2, 12));
        gzip(directory.resolve(TRAIN_LABELS), labels(3, 0, 9, 4));
        gzip(directory.resolve("t10k-images-idx3-ubyte.gz"), images(2, 2, 2, 8));
        gzip(directory.resolve("t10k-labels-idx1-ubyte.gz"), labels(2, 1, 0));
    }

    /** A header with these sizes, then so many pixels: 0, 1, 2 and so on. */
    static byte[] images(int count, int height, int width, int pixels) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + pixels);
        bytes.putInt(0x0803).putInt(count).putInt(height).putInt(width);
        for (int i = 0; i < pixels; i++) {
            bytes.put((byte) i);
        }
        return bytes.array();
    }

    static byte[] labels(int count, int... labels) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length);
        bytes.putInt(0x0801).putInt(count);
        for (int label : labels) {
            bytes.put((byte) label);
        }
        return bytes.array();
    }

    public static void gzip(Path file, byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try {
            try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
                out.write(content);
            }
            Files.write(file, compressed.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
