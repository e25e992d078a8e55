package org.resnetclaims.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** What went wrong with a file, short enough for the middle of a sentence. */
public final class Cause {

    private Cause() {}

    public static String of(IOException e) {
        if (e instanceof JsonProcessingException json) {
            // Jackson adds where in its own objects it happened.
            String where = json.getLocation() == null
                    ? ""
                    : " in line " + json.getLocation().getLineNr();
            return json.getOriginalMessage().lines().findFirst().orElse("").replaceFirst(" \\(start marker.*", "")
                    + where;
        }
        String message = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
