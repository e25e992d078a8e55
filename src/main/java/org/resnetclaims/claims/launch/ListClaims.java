package org.resnetclaims.claims.launch;

import org.resnetclaims.claims.preflight.Preflight;
import org.resnetclaims.claims.session.Project;

/** Lists all claims, and trains nothing. */
public final class ListClaims {

    private ListClaims() {}

    /** @param arguments none */
    public static void main(String[] arguments) {
        Preflight.orExit(() -> {
            System.out.println("id, kind, place, smallest scale that can speak about it, class and method:");
            ClaimIndex.of(Project.FOLDER.resolve("reproductions")).lines().forEach(System.out::println);
        });
    }
}
