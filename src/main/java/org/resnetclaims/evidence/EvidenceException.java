package org.resnetclaims.evidence;

/** Evidence could not be read or written; the message is one sentence for the user. */
public final class EvidenceException extends RuntimeException {

    public EvidenceException(String message) {
        super(message);
    }

    public EvidenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
