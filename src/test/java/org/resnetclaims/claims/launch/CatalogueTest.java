package org.resnetclaims.claims.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.DeclaredClaim;
import org.resnetclaims.evidence.EvidenceStore;

/** Whether the catalogue and the claims know of each other, and the page of both. */
class CatalogueTest {

    private static final List<CatalogueRow> ROWS = Catalogue.rows();
    private static final Map<String, Claim> CLAIMS = ClaimIndex.of(Path.of("reproductions")).matching("*").stream()
            .collect(Collectors.toMap(DeclaredClaim::id, DeclaredClaim::claim));

    @Test
    void every_claim_has_a_row() {
        assertThat(idsIn(ROWS)).containsAll(CLAIMS.keySet());
    }

    @Test
    void no_claim_has_two_rows() {
        assertThat(idsIn(ROWS)).doesNotHaveDuplicates();
    }

    @Test
    void every_row_has_its_claims_or_says_why_it_has_none() {
        assertThat(ROWS).allSatisfy(row -> {
            if (row.reason().isPresent()) {
                assertThat(CLAIMS.keySet()).doesNotContainAnyElementsOf(row.claims());
                assertThat(row.reason().orElseThrow()).isNotBlank();
            } else {
                assertThat(CLAIMS.keySet()).containsAll(row.claims());
                assertThat(row.how()).isNotBlank();
            }
        });
    }

    /** A claim on a number of the paper finds out by itself which scale that needs. */
    @Test
    void a_row_says_of_kind_and_scale_what_its_claims_declare() {
        assertThat(ROWS)
                .filteredOn(row -> row.reason().isEmpty())
                .allSatisfy(row -> assertThat(row.claims()).map(CLAIMS::get).allSatisfy(claim -> {
                    assertThat(claim.kind()).isEqualTo(row.kind());
                    assertThat(claim.from()).isLessThanOrEqualTo(row.scale());
                }));
    }

    @Test
    void the_page_is_that_of_the_catalogue_and_the_reference() throws IOException {
        String page = CataloguePage.render(
                ROWS, new EvidenceStore(Path.of("results", "reference", "quick-cpu")).readClaims());

        assertThat(Files.readString(Path.of("results", "catalogue.md")))
                .as("results/catalogue.md, which \"make catalogue\" writes")
                .isEqualTo(page);
    }

    private static List<String> idsIn(List<CatalogueRow> rows) {
        return rows.stream().map(CatalogueRow::claims).flatMap(List::stream).toList();
    }
}
