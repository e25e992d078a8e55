package org.resnetclaims.claims;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.resnetclaims.evidence.Kind;

/**
 * A claim of the paper, as a test that passes if it is reproduced, fails if it is refuted, and is aborted if the
 * evidence does not suffice. Its folder under {@code reproductions} says where in the paper it stands.
 *
 * <pre><code class="java">
 * {@literal @}Claim(id = "fig1.plain-56-trains-worse-than-plain-20", source = "Fig. 1",
 *        statement = "A 56-layer plain network has a higher training error than a 20-layer one")
 * void deeper_plain_network_trains_worse(Experiment experiment) {
 *     Arm plain20 = experiment.train(plain(20));
 *     Arm plain56 = experiment.train(plain(56));
 *
 *     assertThat(plain56).trainingError().isHigherThan(plain20);
 * }
 * </code></pre>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
@Tag("claim")
@ExtendWith(ClaimExtension.class)
public @interface Claim {

    /** Unique among all claims; of a-z, 0-9, dots and hyphens. */
    String id();

    /** Where the paper says so, such as {@code Fig. 1} or {@code Section 4.2}. */
    String source();

    /** What it says, in one sentence. */
    String statement();

    /** What it rests on. */
    Kind kind() default Kind.TRAINED;

    /** The smallest scale that can speak about it; at a smaller one it is NOT_TESTED. */
    Scale from() default Scale.QUICK;

    /** Why a smaller scale than {@link #from} cannot, with the figures of a pilot on tuning seeds. */
    String pilot() default "";

    /**
     * What its training costs, where nobody should pay that by accident: it is NOT_TESTED unless the user asks for
     * costly claims too, with {@code -Dcostly=true}. Empty where it costs no more than others of its scale.
     */
    String costly() default "";

    /** Where it is known to come out REFUTED; at most one for a scale. */
    ExpectedRefuted[] expectedRefuted() default {};

    /**
     * The paper's own difference between the two arms in points, by its name in {@code paper-numbers.json}, to be shown
     * beside ours; empty where the paper prints none.
     */
    String paperDifference() default "";
}
