package org.resnetclaims.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/**
 * Files that are read back exactly as they were written, or not at all: written atomically, with a first line that
 * holds the SHA-256 of the content and of the name of its owner.
 */
public final class SealedFile {

    private static final int SEAL_LENGTH = 64;
    /** Many times the checkpoint of the largest network. */
    private static final long LONGEST = 512L << 20;

    private SealedFile() {}

    /** @param owner who alone can read the file again */
    public static void write(Path file, String owner, byte[] content) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(SEAL_LENGTH + 1 + content.length);
        sealed.writeBytes(firstLine(owner, content));
        sealed.writeBytes(content);
        AtomicFile.write(file, sealed.toByteArray());
    }

    /**
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it cannot be read, is not as it was written, or belongs to another owner
     */
    public static byte[] read(Path file, String owner) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        // Reading anything else may never end.
        if (!attributes.isRegularFile() || attributes.size() > LONGEST) {
            throw new IOException("it is no file of a sensible size");
        }
        byte[] sealed = Files.readAllBytes(file);
        int start = Math.min(SEAL_LENGTH + 1, sealed.length);
        byte[] content = Arrays.copyOfRange(sealed, start, sealed.length);
        if (!Arrays.equals(firstLine(owner, content), Arrays.copyOf(sealed, start))) {
            throw new IOException("its checksum does not match its content");
        }
        return content;
    }

    private static byte[] firstLine(String owner, byte[] content) {
        // The line break keeps owner and content apart in the sum.
        String seal = new Sha256().add(owner + "\n").add(content).hex();
        return (seal + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
