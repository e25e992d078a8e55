package org.resnetclaims.data.downloads;

import java.io.IOException;

/** A server does not have the file, so it should not be asked again. */
final class UselessMirrorException extends IOException {

    private static final long serialVersionUID = 1;

    UselessMirrorException(String message) {
        super(message);
    }
}
