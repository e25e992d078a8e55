package org.resnetclaims.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that may have to be made first. */
final class Folders {

    private Folders() {}

    /** Makes the folder where needed. */
    static Path create(Path folder) throws IOException {
        // Java 17 refuses to "create" a link to a folder, and large folders are often links to another disk.
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder);
    }
}
