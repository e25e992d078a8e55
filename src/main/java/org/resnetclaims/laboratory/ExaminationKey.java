package org.resnetclaims.laboratory;

import java.util.List;
import org.resnetclaims.files.Sha256;
import org.resnetclaims.laboratory.code.CodeFingerprint;
import org.resnetclaims.training.Examination;

/**
 * Everything that decides the bits of findings.
 *
 * @param networks the stage of each, and the hash of its {@link RunKey}, which covers the engine
 * @param examination its class and its text
 * @param code see {@link CodeFingerprint}
 */
record ExaminationKey(List<String> networks, String examination, String code) {

    ExaminationKey {
        networks = List.copyOf(networks);
    }

    /** @throws IllegalArgumentException if the text of the examination need not say all of it */
    static ExaminationKey of(List<String> networks, Examination examination, String code) {
        Class<?> type = examination.getClass();
        if (!type.isRecord()) {
            throw new IllegalArgumentException(
                    "The examination %s is no record, so that its text may not say in full what it measures: make it one"
                            .formatted(type.getName()));
        }
        return new ExaminationKey(networks, "%s %s".formatted(type.getName(), examination), code);
    }

    /** SHA-256, in hex, of all of it. */
    String hash() {
        return Sha256.of(toString());
    }
}
