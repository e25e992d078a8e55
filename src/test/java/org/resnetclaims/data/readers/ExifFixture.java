package org.resnetclaims.data.readers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Puts Exif data into PNG and JPEG files. */
final class ExifFixture {

    private static final int PNG_HEADER = 8 + 12 + 13;

    private ExifFixture() {}

    /** With a chunk eXIf after the header. */
    static byte[] png(byte[] png, int orientation) {
        byte[] exif = exif(orientation);
        byte[] typed = ByteBuffer.allocate(4 + exif.length)
                .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .put(exif)
                .array();
        CRC32 sum = new CRC32();
        sum.update(typed);
        byte[] chunk = ByteBuffer.allocate(8 + typed.length)
                .putInt(exif.length)
                .put(typed)
                .putInt((int) sum.getValue())
                .array();
        return inserted(png, PNG_HEADER, chunk);
    }

    /** With a segment APP1 as its first. */
    static byte[] jpeg(byte[] jpeg, int orientation) {
        byte[] exif = exif(orientation);
        byte[] segment = ByteBuffer.allocate(10 + exif.length)
                .putShort((short) 0xffe1)
                .putShort((short) (8 + exif.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(exif)
                .array();
        return inserted(jpeg, 2, segment);
    }

    /** A TIFF header, and a directory of one entry. */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static byte[] inserted(byte[] file, int at, byte[] part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        out.writeBytes(part);
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }
}
