package org.resnetclaims.claims;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.resnetclaims.claims.judging.Conclusion;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ClaimState;
import org.resnetclaims.evidence.ExpectedRefutation;

/**
 * A claim and the method that tests it.
 *
 * @param testClass the class whose test it is, which may have inherited the method
 */
public record DeclaredClaim(Claim claim, Method method, Class<?> testClass) {

    /** The claim that a method tests; empty for a method that tests none. */
    public static Optional<DeclaredClaim> on(Method method, Class<?> testClass) {
        return AnnotationSupport.findAnnotation(method, Claim.class)
                .map(claim -> new DeclaredClaim(claim, method, testClass));
    }

    /** The claim that JUnit has found there; empty where it has found another test, or none. */
    public static Optional<DeclaredClaim> at(TestSource source) {
        return source instanceof MethodSource test ? on(test.getJavaMethod(), test.getJavaClass()) : Optional.empty();
    }

    /** The id of the claim. */
    public String id() {
        return claim.id();
    }

    /** The folder under {@code reproductions}; a Java package cannot have the dot of {@code section3.2}. */
    public String place() {
        String name = testClass.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1).replace('_', '.');
    }

    /** The class and method of its test. */
    public String where() {
        return testClass.getName() + "." + method.getName();
    }

    /** What is wrong with the declaration, in one sentence; empty if nothing is. */
    public Optional<String> fault() {
        if (testClass.getPackageName().isEmpty()) {
            return Optional.of(
                    "Claim %s is in no folder: move %s.java from reproductions into the folder of its place in the paper, such as reproductions/figure1"
                            .formatted(id(), testClass.getSimpleName()));
        }
        if (claim.from() != Scale.QUICK && claim.pilot().isBlank()) {
            return Optional.of("Claim %s leaves out the scales below %s without a word: give the figures of its pilot"
                    .formatted(id(), claim.from()));
        }
        return Optional.empty();
    }

    /** What explains that the claim comes out REFUTED at a scale; empty where it is not known to. */
    Optional<ExpectedRefutation> expectedRefuted(Scale scale) {
        return Arrays.stream(claim.expectedRefuted())
                .filter(expected -> expected.scales().length == 0
                        || List.of(expected.scales()).contains(scale))
                .map(expected -> new ExpectedRefutation(expected.figures(), expected.because()))
                .findFirst();
    }

    /**
     * The record of a claim without any runs or numbers.
     *
     * @param session the identity of the session that was to judge it
     */
    public ClaimRecord record(String session, Conclusion conclusion) {
        return ClaimRecord.of(
                session,
                id(),
                place(),
                where(),
                claim.source(),
                claim.statement(),
                claim.kind(),
                conclusion.verdict(),
                conclusion.reason(),
                null,
                List.of(),
                new ClaimState.Exact(),
                0);
    }
}
