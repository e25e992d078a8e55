package org.resnetclaims.claims.preflight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.resnetclaims.claims.session.InvalidSettingException;
import org.resnetclaims.files.Folders;

/** Makes sure that the suite can write where the user wants it to. */
final class Writable {

    private Writable() {}

    /**
     * Makes the folder where there is none.
     *
     * @throws InvalidSettingException if nothing can be written there
     */
    static void check(String setting, Path folder) {
        try {
            Files.delete(Files.createTempFile(Folders.create(folder), "write-check", null));
        } catch (IOException e) {
            throw new InvalidSettingException(
                    "The folder %s cannot be written (%s): set -D%s to another"
                            .formatted(folder, e.getClass().getSimpleName(), setting),
                    e);
        }
    }
}
