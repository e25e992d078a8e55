package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ClaimState;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.statistics.Verdict;

/** The report calls a number the paper's only where the paper prints it. */
class DerivedNumbersTest {

    private static final Quantity DERIVED =
            new Quantity("ResNet-20", "parameters", "Section 4.2", Origin.DERIVED, "269722", 269_722, null);
    private static final Quantity PRINTED =
            new Quantity("ResNet-20", "10^6 parameters", "Table 6", Origin.PRINTED, "0.27", 0.269722, null);

    @TempDir
    private Path folder;

    @Test
    void derived_numbers_alone_are_not_called_the_papers() throws IOException {
        String page = page(DERIVED);

        assertThat(page)
                .contains(
                        "Numbers derived from the paper’s description beside ours",
                        "Section 4.2, derived from its description",
                        "derived, not printed")
                .doesNotContain("The paper’s numbers", "A circle stands beside a number that the paper prints");
        assertThat(paper("/0/origin")).isEqualTo("derived");
    }

    @Test
    void printed_numbers_are_called_the_papers() throws IOException {
        String page = page(PRINTED);

        assertThat(page)
                .contains("The paper’s numbers beside ours", "A circle stands beside a number that the paper prints")
                .doesNotContain("derived, not printed", "derived from its description");
        assertThat(paper("/0/origin")).isEqualTo("printed");
    }

    @Test
    void printed_and_derived_numbers_are_told_apart() throws IOException {
        assertThat(page(PRINTED, DERIVED))
                .contains(
                        "The paper’s numbers, and numbers derived from its description, beside ours",
                        "Section 4.2, derived from its description");
        assertThat(paper("/1/origin")).isEqualTo("derived");
    }

    private String page(Quantity... quantities) throws IOException {
        EvidenceStore store = new EvidenceStore(folder);
        store.writeSession(Fixtures.session());
        store.write(ClaimRecord.of(
                Fixtures.SESSION,
                "table6.exact-parameters",
                "table6",
                "figure1.Claims.holds",
                "Section 4.2",
                "As many parameters as counted",
                Kind.ARITHMETIC,
                Verdict.REPRODUCED,
                "Holds.",
                null,
                List.of(quantities),
                new ClaimState.Exact(),
                0.02));
        Report.render(store, store.readSession(), store.readClaims(), Earlier.NOTHING);
        return Files.readString(store.reportHtml());
    }

    private String paper(String pointer) throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(new EvidenceStore(folder).reportJson().toFile());
        return report.at("/claims/0/paper" + pointer).asText();
    }
}
