package org.resnetclaims.claims;

/** A setting that the suite cannot work with; the message is one sentence for the user. */
public final class InvalidSettingException extends RuntimeException {

    InvalidSettingException(String message) {
        super(message);
    }

    InvalidSettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
