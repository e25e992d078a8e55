package org.resnetclaims.claims.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.resnetclaims.claims.judging.Trial;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ControlRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.files.Folders;

/**
 * How many looks each claim and its control came to need in a committed reference, for the time left: what they ask for
 * at first may not settle them.
 *
 * @param looks by the id of the claim, and for its control by {@link Trial#controlOf}
 */
record Precedent(Map<String, Integer> looks) {

    private static final Precedent NONE = new Precedent(Map.of());

    /**
     * That of the same scale and data; empty where there is none that can be read.
     *
     * @param references holds a folder of each committed reference
     */
    static Precedent of(Path references, String scale, DatasetDescription data) {
        try {
            for (Path folder : Folders.list(references, "*")) {
                EvidenceStore reference = new EvidenceStore(folder);
                SessionRecord session = reference.readSession();
                if (session.scale().equals(scale) && session.dataset().equals(data)) {
                    return of(reference);
                }
            }
            return NONE;
        } catch (IOException | EvidenceException e) {
            // The check at the end of the session says what is wrong with it.
            return NONE;
        }
    }

    private static Precedent of(EvidenceStore reference) {
        Map<String, Integer> looks = new HashMap<>();
        for (ClaimRecord claim : reference.readClaims()) {
            claim.judged().ifPresent(judged -> {
                looks.put(claim.id(), judged.decision().looks().size());
                ControlRecord control = judged.control();
                if (control != null) {
                    looks.put(
                            Trial.controlOf(claim.id()),
                            control.decision().looks().size());
                }
            });
        }
        return new Precedent(looks);
    }
}
