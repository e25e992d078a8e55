package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.Fixtures;

class ReferenceTest {

    @Test
    void the_committed_references_can_be_read() throws IOException {
        try (Stream<Path> references = Files.list(Path.of("results", "reference"))) {
            assertThat(references).isNotEmpty().allSatisfy(reference -> {
                EvidenceStore store = new EvidenceStore(reference);
                assertThat(reference)
                        .hasFileName(store.readSession().scale() + "-"
                                + store.readSession().engine().backend());
                assertThat(store.readClaims()).isNotEmpty().noneMatch(claim -> claim.reason()
                        .contains("is damaged"));
            });
        }
    }

    @Test
    void keeps_the_results_under_the_scale_and_backend_that_they_name(@TempDir Path folder) throws IOException {
        Path references = folder.resolve("reference");
        Path outdated = references.resolve("quick-cpu/claims/gone.json");
        Files.createDirectories(outdated.getParent());
        Files.writeString(outdated, "{}");
        EvidenceStore results = new EvidenceStore(folder.resolve("latest"));
        results.writeSession(Fixtures.session());
        results.write(Fixtures.degradation(3));
        Report.render(results, results.readSession(), results.readClaims(), Earlier.NOTHING);

        Path reference = Reference.keep(results, references);

        assertThat(reference).isEqualTo(references.resolve("quick-cpu"));
        assertThat(reference.resolve("report.html")).hasSameBinaryContentAs(results.reportHtml());
        assertThat(reference.resolve("badge.svg")).hasSameBinaryContentAs(results.badgeSvg());
        assertThat(reference.resolve("badge.json")).hasSameBinaryContentAs(results.badgeJson());
        assertThat(reference.resolve("charts/fig1.plain-56-trains-worse-than-plain-20.png"))
                .exists();
        assertThat(reference.resolve("data/fig1.plain-56-trains-worse-than-plain-20.runs.csv"))
                .exists();
        assertThat(new EvidenceStore(reference).readClaims()).hasSize(1);
        assertThat(outdated).doesNotExist();
    }
}
