package org.resnetclaims.data.downloads;

import java.io.IOException;

/** A server does not hold the file, so that asking it again is no use. */
final class UselessMirrorException extends IOException {

    private static final long serialVersionUID = 1;

    UselessMirrorException(String message) {
        super(message);
    }
}
