package org.resnetclaims.claims.session;

import org.resnetclaims.data.Sentence;

/** A setting that the suite cannot work with; the message is one sentence for the user. */
public final class InvalidSettingException extends RuntimeException {

    /** @param message what is wrong and what to do */
    public InvalidSettingException(String message) {
        super(Sentence.of(message));
    }

    /** @param message what is wrong and what to do */
    public InvalidSettingException(String message, Throwable cause) {
        super(Sentence.of(message), cause);
    }
}
