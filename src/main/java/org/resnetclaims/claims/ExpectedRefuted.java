package org.resnetclaims.claims;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** That a {@link Claim} is known to come out REFUTED. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ExpectedRefuted {

    /** What was measured when this was declared. */
    String figures();

    /** What explains it, in one sentence. */
    String because();

    /** The scales for which it is declared, such as {@code quick}; empty for every scale. */
    String[] scales() default {};
}
