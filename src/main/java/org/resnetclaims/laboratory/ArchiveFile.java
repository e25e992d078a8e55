package org.resnetclaims.laboratory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.resnetclaims.files.AtomicFile;
import org.resnetclaims.files.Cause;
import org.resnetclaims.files.SealedFile;

/** One file of the archive: it is read back as it was written, or set aside and said to be damaged. */
final class ArchiveFile {

    private final Archive archive;
    private final Path path;
    private final String owner;
    private final String what;
    private final String remedy;

    /**
     * @param owner the hash of the key that the file belongs to
     * @param what such as {@code checkpoint of plain-20 with seed 1}
     * @param remedy what is done without the file, where it is damaged
     */
    ArchiveFile(Archive archive, String owner, String suffix, String what, String remedy) {
        this.archive = archive;
        this.path = archive.folder().resolve(owner + suffix);
        this.owner = owner;
        this.what = what;
        this.remedy = remedy;
    }

    /** What was kept, unless nothing was, or it is damaged or not wanted. */
    <T> Optional<T> read(Reader<T> reader) {
        if (!archive.wants(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(SealedFile.read(path, owner)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            setAside(e);
            return Optional.empty();
        }
    }

    /** Whether something was kept that is wanted; it may turn out to be damaged. */
    boolean isThere() {
        return archive.wants(path) && Files.exists(path);
    }

    /** Replaces what was kept. */
    void write(byte[] content) {
        try {
            SealedFile.write(path, owner, content);
            archive.hasWritten(path);
        } catch (IOException e) {
            archive.cannotWrite(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            archive.cannotWrite(e);
        }
    }

    /** Removes what earlier holders left half-written when they died, and a file that is not wanted. */
    void tidy() {
        try {
            AtomicFile.sweep(path);
        } catch (IOException e) {
            archive.cannotWrite(e);
        }
        if (!archive.wants(path)) {
            delete();
        }
    }

    private void setAside(IOException e) {
        Path aside = path.resolveSibling(path.getFileName() + ".damaged");
        String damage = "The %s is damaged (%s)".formatted(what, Cause.of(e));
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
            archive.report("%s: it is now %s, and %s.".formatted(damage, aside, remedy));
        } catch (IOException notMoved) {
            archive.report("%s and cannot be set aside (%s): %s.".formatted(damage, Cause.of(notMoved), remedy));
        }
    }

    /** Makes sense of the content of a file. */
    interface Reader<T> {

        /** @throws IOException in a few words, if it makes none */
        T read(byte[] content) throws IOException;
    }
}
