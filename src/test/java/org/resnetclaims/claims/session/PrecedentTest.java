package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.training.Run;

class PrecedentTest {

    private static final DatasetDescription DATA = Fixtures.session().dataset();

    @TempDir
    private Path references;

    @Test
    void says_how_many_runs_of_each_arm_a_claim_needed() {
        ClaimRecord claim = Fixtures.degradation(4);
        reference().write(claim);

        Map<String, Integer> needed = Precedent.of(references, "quick", DATA).of(claim.id());

        assertThat(needed)
                .containsEntry(arm(claim.arms().get(0)), 4)
                .containsEntry(arm(claim.arms().get(1)), 4);
    }

    @Test
    void knows_nothing_of_another_scale_or_an_unknown_claim_or_where_nothing_can_be_read() throws IOException {
        EvidenceStore reference = reference();
        reference.write(Fixtures.degradation(3));

        assertThat(Precedent.of(references, "paper", DATA).runs()).isEmpty();
        assertThat(Precedent.of(references, "quick", DATA).of("fig9.unknown")).isEmpty();
        assertThat(Precedent.of(references.resolve("none"), "quick", DATA).runs())
                .isEmpty();

        Files.writeString(reference.folder().resolve("session.json"), "{");
        assertThat(Precedent.of(references, "quick", DATA).runs()).isEmpty();
    }

    private EvidenceStore reference() {
        EvidenceStore reference = new EvidenceStore(references.resolve("quick-cpu"));
        reference.writeSession(Fixtures.session());
        return reference;
    }

    private static String arm(ArmRecord arm) {
        return Run.identity(arm.network(), DATA, arm.recipe(), 0);
    }
}
