package org.resnetclaims.claims.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ControlRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.files.Folders;
import org.resnetclaims.training.Run;

/**
 * How many runs each claim came to need in a committed reference, for the time left: what a claim asks for at first may
 * not settle it.
 *
 * @param runs by the id of the claim, and by the identity that a run of the arm has with seed 0
 */
record Precedent(Map<String, Map<String, Integer>> runs) {

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
                    return of(reference, data);
                }
            }
            return NONE;
        } catch (IOException | EvidenceException e) {
            // The check at the end of the session says what is wrong with it.
            return NONE;
        }
    }

    private static Precedent of(EvidenceStore reference, DatasetDescription data) {
        Map<String, Map<String, Integer>> runs = new HashMap<>();
        for (ClaimRecord claim : reference.readClaims()) {
            Map<String, Integer> ofClaim = new HashMap<>();
            arms(claim)
                    .forEach(arm -> ofClaim.merge(
                            Run.identity(arm.network(), data, arm.recipe(), 0),
                            arm.runs().size(),
                            Math::max));
            runs.put(claim.id(), ofClaim);
        }
        return new Precedent(runs);
    }

    private static Stream<ArmRecord> arms(ClaimRecord claim) {
        Stream<ArmRecord> ofControl = claim.judged().stream()
                .flatMap(judged -> Stream.ofNullable(judged.control()))
                .map(ControlRecord::arms)
                .flatMap(arms -> arms.stream());
        return Stream.concat(claim.arms().stream(), ofControl);
    }

    Map<String, Integer> of(String claim) {
        return runs.getOrDefault(claim, Map.of());
    }
}
