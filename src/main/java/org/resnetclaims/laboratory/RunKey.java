package org.resnetclaims.laboratory;

import org.resnetclaims.files.Sha256;
import org.resnetclaims.laboratory.code.CodeFingerprint;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Run;

/**
 * Everything that decides the bits of an outcome.
 *
 * @param run the identity of the run
 * @param code see {@link CodeFingerprint}
 * @param threadsPerRun since sums over threads depend on how many there are
 */
record RunKey(
        String run, String engine, String version, String backend, String binary, String code, int threadsPerRun) {

    static RunKey of(Run run, EngineDescription engine, String code, int threadsPerRun) {
        return new RunKey(
                run.identity(),
                engine.name(),
                engine.version(),
                engine.backend(),
                engine.binary(),
                code,
                threadsPerRun);
    }

    /** SHA-256, in hex, of all of it. */
    String hash() {
        return Sha256.of(toString());
    }
}
