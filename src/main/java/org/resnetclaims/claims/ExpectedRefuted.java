package org.resnetclaims.claims;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a {@link Claim} is known to come out REFUTED at some scales. It stays in the report as REFUTED, with
 * what is said here; its test passes when it is, and fails when the claim suddenly holds.
 */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ExpectedRefuted {

    /** What was measured when this was declared. */
    String figures();

    /** What explains it. */
    String because();

    /** The scales at which it is expected; empty for all of them. */
    Scale[] scales() default {};
}
