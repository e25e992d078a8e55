package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.statistics.Verdict;

class CountsTest {

    @Test
    void claims_on_the_same_runs_are_one_contrast() {
        ClaimRecord training = Fixtures.degradation(3);
        // Decided at a later look, as the test error may be.
        ClaimRecord test = Fixtures.again(Fixtures.degradation(5), "fig1.test");

        ReportDocument document = document(training, test, Fixtures.withDivergedRun());

        Contrasts evidence = document.counts().evidence();
        assertThat(evidence.contrasts()).isEqualTo(2);
        assertThat(evidence.networks()).isEqualTo(3);
        assertThat(evidence.sharing()).isEqualTo("3 trained claims share the runs of plain-56, 2 those of plain-20.");
        assertThat(document.headline())
                .isEqualTo(
                        "2 trained claims REPRODUCED, 1 INCONCLUSIVE (2 comparisons of 3 networks, 3 to 5 seeds each)");
    }

    @Test
    void the_headline_keeps_the_kinds_apart() {
        ReportDocument document = document(
                Fixtures.degradation(3),
                kind(Fixtures.again(Fixtures.degradation(3), "fig7.responses"), Kind.EXAMINED),
                kind(Fixtures.again(Fixtures.degradation(3), "fig2.identity"), Kind.INITIAL),
                Fixtures.costs(),
                Fixtures.expectedToBeRefuted(Fixtures.multiplyAdds(), "4.09 for 3.8", "counted otherwise"),
                Fixtures.notTested("ImageNet"));

        assertThat(document.headline())
                .isEqualTo(
                        "1 trained claim REPRODUCED (1 comparison of 2 networks, 3 seeds each); 1 claim on examined networks REPRODUCED; "
                                + "1 claim on networks before training REPRODUCED; 1 arithmetic check holds, 1 is REFUTED as expected; 1 not tested");
        assertThat(Tile.of(document))
                .extracting(Tile::title)
                .containsExactly(
                        "trained claims", "examined networks", "before training", "arithmetic checks", "of any kind");
    }

    @Test
    void the_json_has_each_count() throws IOException {
        JsonNode counts = new ObjectMapper()
                .readTree(ReportJson.write(document(
                        Fixtures.degradation(3),
                        Fixtures.costs(),
                        Fixtures.expectedToBeRefuted(Fixtures.multiplyAdds(), "4.09 for 3.8", "counted otherwise"),
                        Fixtures.notTested("ImageNet"))))
                .get("counts");

        assertThat(counts).isEqualTo(new ObjectMapper().readTree("""
                {"trained": 1, "contrasts": 1, "networks": 2, "sharedRuns": [], "examined": 0, "initial": 0,
                 "arithmetic": 2, "derived": 0, "notTested": 1, "open": 0, "expectedFalse": 1,
                 "verdicts": {"trained": {"REPRODUCED": 1, "NOT_TESTED": 1}, "arithmetic": {"REPRODUCED": 1, "REFUTED": 1}}}
                """));
    }

    @Test
    void a_claim_that_was_decided_and_then_interrupted_counts_as_judged() {
        ClaimRecord decided = Fixtures.degradation(3);
        ClaimRecord interrupted =
                Fixtures.with(decided, decided.id(), Verdict.NOT_TESTED, decided.quantities(), decided.state());

        ReportDocument document = document(interrupted);

        assertThat(document.counts().trained()).isEqualTo(1);
        assertThat(document.counts().notTested()).isZero();
        assertThat(document.headline())
                .isEqualTo("1 trained claim NOT_TESTED (1 comparison of 2 networks, 3 seeds each)");
    }

    @Test
    void chance_reproduces_as_many_as_the_error_rates_add_up_to() {
        assertThat(document(Fixtures.costs()).multiplicity()).isNull();
        assertThat(document(Fixtures.degradation(3), Fixtures.withDivergedRun(), Fixtures.costs())
                        .multiplicity())
                .isEqualTo(
                        new Multiplicity(
                                2,
                                0.1,
                                1,
                                "Were none of the 2 judged trained claims true, at most 2 x 5 % = 0.10 would be expected to come out REPRODUCED by chance. 1 of 2 is REPRODUCED within a false discovery rate of 5 % over all of them."));
    }

    private static ReportDocument document(ClaimRecord... claims) {
        return ReportBuilder.build(Fixtures.session(), List.of(claims), List.of(), Map.of(), List.of(), null);
    }

    private static ClaimRecord kind(ClaimRecord claim, Kind kind) {
        return ClaimRecord.of(
                Fixtures.SESSION,
                claim.id(),
                claim.place(),
                claim.test(),
                claim.source(),
                claim.statement(),
                kind,
                claim.verdict(),
                claim.reason(),
                claim.expected(),
                claim.quantities(),
                claim.state(),
                claim.seconds());
    }
}
