package org.resnetclaims.laboratory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * How the archive writes numbers of four bytes: first the first bytes of all numbers, then the second ones, and so on,
 * and these by their Huffman code, as zlib has it. Of trained parameters little more than sign and exponent can be
 * compressed, and these are in the first bytes. Looking for repeated byte sequences does not pay: in trained weights
 * they are accidental.
 */
final class ParameterCoding {

    private static final int BUFFER = 1 << 16;

    private ParameterCoding() {}

    /** @param numbers four bytes each */
    static byte[] compress(byte[] numbers) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(numbers.length);
        Deflater huffman = new Deflater();
        huffman.setStrategy(Deflater.HUFFMAN_ONLY);
        try (DeflaterOutputStream out = new DeflaterOutputStream(compressed, huffman, BUFFER)) {
            out.write(transposed(numbers, Float.BYTES));
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written", e);
        } finally {
            huffman.end();
        }
        return compressed.toByteArray();
    }

    /**
     * @param length of what was compressed
     * @throws IOException if it was something else
     */
    static byte[] decompress(byte[] compressed, int length) throws IOException {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            byte[] content = in.readNBytes(length);
            if (content.length < length || in.read() >= 0) {
                throw new IOException("it is of another length");
            }
            return transposed(content, length / Float.BYTES);
        }
    }

    /** Reads the bytes as a matrix with rows of this length, column by column. */
    private static byte[] transposed(byte[] bytes, int columns) {
        int rows = columns == 0 ? 0 : bytes.length / columns;
        byte[] turned = new byte[bytes.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = bytes[row * columns + column];
            }
        }
        return turned;
    }
}
