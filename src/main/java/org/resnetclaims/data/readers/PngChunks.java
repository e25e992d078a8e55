package org.resnetclaims.data.readers;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Checks the sums in a PNG file. Java's decoder ignores them, and would decode damaged pixels. */
final class PngChunks {

    private static final int LAST = 0x49454e44;

    private PngChunks() {}

    /** @throws IOException if a chunk is damaged, or the last one is missing */
    static void check(InputStream in) throws IOException {
        CRC32 sum = new CRC32();
        DataInputStream chunks = new DataInputStream(new CheckedInputStream(in, sum));
        try {
            chunks.readLong();
            int type;
            do {
                int length = chunks.readInt();
                if (length < 0) {
                    throw new IOException("impossible chunk length " + length);
                }
                sum.reset();
                type = chunks.readInt();
                chunks.skipNBytes(length);
                int found = (int) sum.getValue();
                if (chunks.readInt() != found) {
                    throw new IOException("wrong checksum");
                }
            } while (type != LAST);
        } catch (EOFException e) {
            throw new IOException("cut off", e);
        }
    }
}
