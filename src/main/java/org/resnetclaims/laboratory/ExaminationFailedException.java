package org.resnetclaims.laboratory;

/** An examination ended without findings, though its networks were there; the message says which one and why. */
public final class ExaminationFailedException extends RuntimeException {

    ExaminationFailedException(ExaminationAssignment assignment, Throwable cause) {
        super("The examination %s failed: %s".formatted(assignment.label(), cause), cause);
    }
}
