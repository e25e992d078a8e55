package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.claims.judging.Trial;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.statistics.Decision;

class PrecedentTest {

    private static final DatasetDescription DATA = Fixtures.session().dataset();

    @TempDir
    private Path references;

    @Test
    void says_how_many_looks_a_claim_and_its_control_needed() {
        ClaimRecord claim = Fixtures.degradation(4);
        reference().write(claim);

        assertThat(Precedent.of(references, "quick", DATA).looks())
                .containsOnly(
                        entry(claim.id(), looks(claim.judged().orElseThrow().decision())),
                        entry(
                                Trial.controlOf(claim.id()),
                                looks(claim.judged().orElseThrow().control().decision())));
    }

    private static int looks(Decision decision) {
        return decision.looks().size();
    }

    @Test
    void knows_nothing_of_another_scale_or_where_nothing_can_be_read() throws IOException {
        EvidenceStore reference = reference();
        reference.write(Fixtures.degradation(3));

        assertThat(Precedent.of(references, "paper", DATA).looks()).isEmpty();
        assertThat(Precedent.of(references.resolve("none"), "quick", DATA).looks())
                .isEmpty();

        Files.writeString(reference.folder().resolve("session.json"), "{");
        assertThat(Precedent.of(references, "quick", DATA).looks()).isEmpty();
    }

    private EvidenceStore reference() {
        EvidenceStore reference = new EvidenceStore(references.resolve("quick-cpu"));
        reference.writeSession(Fixtures.session());
        return reference;
    }
}
