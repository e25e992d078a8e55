package org.resnetclaims.evidence;

import org.resnetclaims.data.Sentence;

/** Evidence could not be read or written; the message is one sentence for the user. */
public final class EvidenceException extends RuntimeException {

    public EvidenceException(String message) {
        super(Sentence.of(message));
    }

    public EvidenceException(String message, Throwable cause) {
        super(Sentence.of(message), cause);
    }
}
