package org.resnetclaims.gpu;

/** There is no GPU that could be used; the message says what was found, as the beginning of a sentence. */
public final class NoGpuException extends Exception {

    private static final long serialVersionUID = 1L;

    NoGpuException(String message) {
        super(message);
    }
}
