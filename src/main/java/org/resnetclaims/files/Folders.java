package org.resnetclaims.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Folders that may have to be made first. */
public final class Folders {

    private Folders() {}

    /** The files in a folder whose names fit a glob; none where there is no folder. */
    public static List<Path> list(Path folder, String glob) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            found.forEach(files::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return files;
    }

    /** The folder that a file lies in. */
    public static Path of(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), () -> file + " is no file, but a whole disk");
    }

    /** Makes the folder where needed. */
    public static Path create(Path folder) throws IOException {
        // Java 17 refuses to "create" a link to a folder, and large folders are often links to another disk.
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder);
    }
}
