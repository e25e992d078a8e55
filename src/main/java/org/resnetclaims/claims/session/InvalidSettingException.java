package org.resnetclaims.claims.session;

import org.resnetclaims.data.Sentence;

/** A setting that the suite cannot work with; the message is one sentence for the user. */
public final class InvalidSettingException extends RuntimeException {

    InvalidSettingException(String message) {
        super(Sentence.of(message));
    }

    InvalidSettingException(String message, Throwable cause) {
        super(Sentence.of(message), cause);
    }
}
