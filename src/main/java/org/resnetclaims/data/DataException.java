package org.resnetclaims.data;

import java.io.IOException;
import java.nio.file.Path;

/** Data that cannot be used; the message is one sentence that names the file and says what to do. */
public final class DataException extends RuntimeException {

    public DataException(String message) {
        super(Sentence.of(message));
    }

    public DataException(String message, Throwable cause) {
        super(Sentence.of(message), cause);
    }

    /** A file that cannot be read, for reasons that the operating system gives. */
    public static DataException unreadable(Path file, IOException cause) {
        return new DataException(
                "%s cannot be read (%s): check that it exists and may be read".formatted(file, cause), cause);
    }
}
