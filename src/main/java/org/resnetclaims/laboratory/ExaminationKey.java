package org.resnetclaims.laboratory;

import java.util.List;
import org.resnetclaims.files.Sha256;
import org.resnetclaims.laboratory.code.CodeFingerprint;

/**
 * Everything that decides the bits of findings.
 *
 * @param networks the stage of each, and the hash of its {@link RunKey}, which covers the engine
 * @param examination in its {@link CanonicalForm}
 * @param code see {@link CodeFingerprint}
 */
record ExaminationKey(List<String> networks, String examination, String code) {

    ExaminationKey {
        networks = List.copyOf(networks);
    }

    /** SHA-256, in hex, of all of it. */
    String hash() {
        return Sha256.of(toString());
    }
}
