package org.resnetclaims.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock on a file. One holder at a time has it, among all threads of all processes on the machine. When a process
 * dies, the operating system releases its locks.
 */
public final class ExclusiveLock implements AutoCloseable {

    // Looked at before a file is opened: closing a second channel to it would release the lock that the first one
    // holds.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ExclusiveLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, unless another has it.
     *
     * @param file stands for the lock, is made where needed, and stays behind: removing it could let in two at once
     */
    public static Optional<ExclusiveLock> tryAcquire(Path file) throws IOException {
        Path folder = Folders.create(Folders.of(file)).toRealPath();
        Path real = folder.resolve(file.getFileName());
        if (!HELD_HERE.add(real)) {
            return Optional.empty();
        }
        Optional<FileChannel> locked = Optional.empty();
        try {
            locked = lock(real);
        } finally {
            if (locked.isEmpty()) {
                HELD_HERE.remove(real);
            }
        }
        return locked.map(channel -> new ExclusiveLock(real, channel));
    }

    private static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return Optional.ofNullable(lock).map(FileLock::channel).map(FileChannel.class::cast);
    }

    /** Gives the lock back, once. */
    @Override
    public synchronized void close() {
        if (!channel.isOpen()) {
            // By now it may be held by another.
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
