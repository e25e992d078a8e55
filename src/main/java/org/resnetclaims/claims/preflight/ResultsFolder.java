package org.resnetclaims.claims.preflight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.resnetclaims.claims.session.InvalidSettingException;
import org.resnetclaims.files.Folders;

/** Makes sure that results can be written where the user wants them. */
final class ResultsFolder {

    private ResultsFolder() {}

    /** @throws InvalidSettingException if not */
    static void check(Path folder) {
        try {
            Files.delete(Files.createTempFile(Folders.create(folder), "write-check", null));
        } catch (IOException e) {
            throw new InvalidSettingException(
                    "The results folder %s cannot be written (%s): set -Dresults.dir to another"
                            .formatted(folder, e.getClass().getSimpleName()),
                    e);
        }
    }
}
