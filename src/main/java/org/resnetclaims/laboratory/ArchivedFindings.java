package org.resnetclaims.laboratory;

import java.util.Objects;
import org.resnetclaims.training.Findings;

/** What an examination found, and for a reader what it was. */
record ArchivedFindings(ExaminationKey key, Findings findings) {

    ArchivedFindings {
        Objects.requireNonNull(key, "they have no key");
        Objects.requireNonNull(findings, "there are none");
    }
}
