package org.resnetclaims.training;

/** The machine cannot train with this engine; the message is one sentence for the user. */
public final class UnusableBackendException extends RuntimeException {

    public UnusableBackendException(String message) {
        super(message);
    }
}
