package org.resnetclaims.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that readers see either whole or not at all, whatever happens to the writer. */
public final class AtomicFile {

    /** Ends the name of a file that is still being written; one that stays behind belongs to a writer that died. */
    public static final String UNFINISHED = ".tmp";

    private AtomicFile() {}

    /**
     * Puts the content where {@code file} is, and creates its folder where needed. When this fails, an earlier file
     * stays as it was.
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = Folders.create(Folders.of(file));
        // The same folder, since only a rename within one file system is atomic. Not Files.createTempFile, whose files
        // nobody else may read.
        Path unfinished = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + UNFINISHED);
        try {
            try (FileChannel channel =
                    FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer remaining = ByteBuffer.wrap(content);
                while (remaining.hasRemaining()) {
                    channel.write(remaining);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Removes what writers of {@code file} left behind when they died; not to be called while one is at work. */
    public static void sweep(Path file) throws IOException {
        String glob = file.getFileName() + ".*" + UNFINISHED;
        for (Path leftover : Folders.list(Folders.of(file), glob)) {
            Files.deleteIfExists(leftover);
        }
    }
}
