package org.resnetclaims.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.Fuzz;
import org.resnetclaims.statistics.Verdict;

class EvidenceFuzzTest {

    @TempDir
    private Path folder;

    @Test
    void a_damaged_record_of_a_claim_is_read_right_or_refused_with_a_sentence() throws Exception {
        EvidenceStore store = new EvidenceStore(folder);
        store.write(Fixtures.costs());
        store.write(Fixtures.degradation(3));
        String name = Fixtures.degradation(3).id() + ".json";
        Path file = folder.resolve("claims").resolve(name);

        new Fuzz("claim record", Set.of(EvidenceException.class), name).run(Files.readAllBytes(file), damaged -> {
            Files.write(file, damaged);
            List<ClaimRecord> claims = store.readClaims();
            assertThat(claims).hasSize(2).contains(Fixtures.costs());
            ClaimRecord read = claims.get(0).equals(Fixtures.costs()) ? claims.get(1) : claims.get(0);
            if (read.verdict() == Verdict.NOT_TESTED) {
                // The store's way to refuse one record without losing the others.
                throw new EvidenceException(read.reason());
            }
            store.write(read);
            assertThat(store.readClaims()).contains(read);
        });
    }

    @Test
    void a_damaged_record_of_a_session_is_read_right_or_refused_with_a_sentence() throws Exception {
        EvidenceStore store = new EvidenceStore(folder);
        store.writeSession(Fixtures.session());
        Path file = folder.resolve("session.json");

        new Fuzz("session record", Set.of(EvidenceException.class), "session.json")
                .run(Files.readAllBytes(file), damaged -> {
                    Files.write(file, damaged);
                    SessionRecord read = store.readSession();
                    store.writeSession(read);
                    assertThat(store.readSession()).isEqualTo(read);
                });
    }
}
