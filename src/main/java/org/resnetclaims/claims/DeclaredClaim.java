package org.resnetclaims.claims;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Kind;

/** A claim and the method that tests it. */
record DeclaredClaim(Claim claim, Method method) {

    static Optional<DeclaredClaim> on(Method method) {
        return AnnotationSupport.findAnnotation(method, Claim.class).map(claim -> new DeclaredClaim(claim, method));
    }

    String id() {
        return claim.id();
    }

    /** The folder under {@code reproductions}; a Java package cannot have the dot of {@code section3.2}. */
    String place() {
        String name = method.getDeclaringClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1).replace('_', '.');
    }

    /** What a claim leaves that never started. */
    ClaimRecord record(Conclusion conclusion) {
        return new ClaimRecord(
                id(), place(), claim.source(), claim.statement(), Kind.TRAINED, conclusion.verdict(), conclusion.reason(),
                null, null, null, null, null, List.of(), List.of(), List.of(), 0);
    }
}
