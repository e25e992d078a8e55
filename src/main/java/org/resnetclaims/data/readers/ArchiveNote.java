package org.resnetclaims.data.readers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.resnetclaims.data.DataException;

/**
 * A file beside unpacked files that names the archive they came from, with its sum, in the format of {@code sha256sum}.
 * It is for data sets of which only the sum of the archive is known.
 */
public final class ArchiveNote {

    static final String NAME = "ARCHIVE.sha256";

    private ArchiveNote() {}

    /**
     * Writes the note into the directory to which that archive was unpacked. To be called when its sum was found right.
     */
    public static void write(Path directory, RemoteFile archive) throws IOException {
        Files.write(directory.resolve(NAME), content(archive));
    }

    /** Whether the directory holds a note of that archive. */
    public static boolean names(Path directory, RemoteFile archive) {
        Path note = directory.resolve(NAME);
        try {
            return Files.isRegularFile(note) && Arrays.equals(Files.readAllBytes(note), content(archive));
        } catch (IOException e) {
            throw DataException.unreadable(note, e);
        }
    }

    private static byte[] content(RemoteFile archive) {
        return (archive.sha256() + "  " + archive.name() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
