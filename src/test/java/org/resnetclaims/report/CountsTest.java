package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Status;
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
                        "2 trained claims REPRODUCED (%s), 1 INCONCLUSIVE (2 comparisons of 3 networks, 3 to 5 seeds each)"
                                .formatted(multiplicity(document).caveat()));
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
                        "1 trained claim REPRODUCED (1 comparison of 2 networks, 3 seeds each); 1 claim measured on trained networks REPRODUCED; "
                                + "1 claim measured before training REPRODUCED; 1 arithmetic check holds, 1 is REFUTED as expected; 1 not tested");
        assertThat(Tile.of(document))
                .extracting(Tile::title)
                .containsExactly(
                        "trained claims",
                        "measured on trained networks",
                        "measured before training",
                        "arithmetic checks",
                        "without a verdict");
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
        assertThat(multiplicity(document(Fixtures.degradation(3), Fixtures.withDivergedRun(), Fixtures.costs()))
                        .inWords())
                .startsWith(
                        "Were none of the 2 trained claims true, at most 2 x 5 % = 0.10 would be expected to come out REPRODUCED by chance.");
    }

    @Test
    void how_many_would_stand_among_all_is_said_beside_those_that_are_reproduced_and_follows_from_their_rates() {
        ReportDocument document = document(
                Fixtures.degradation(3),
                Fixtures.again(Fixtures.degradation(3), "fig1.again"),
                Fixtures.withDivergedRun(),
                Fixtures.costs());
        List<String> within = document.claims().stream()
                .filter(claim -> claim.standing() == Status.REPRODUCED)
                .filter(claim -> claim.fdr() != null && claim.fdr() <= 0.05)
                .map(ReportedClaim::id)
                .toList();
        String caveat = "%d of the 3 would still stand if at most 5 %% of those that stand may be false"
                .formatted(within.size());

        assertThat(within).isNotEmpty();
        assertThat(multiplicity(document).withinRate()).isEqualTo(within);
        assertThat(multiplicity(document).inWords()).contains(caveat);
        assertThat(document.headline()).startsWith("2 trained claims REPRODUCED (" + caveat + "), 1 INCONCLUSIVE (");
        assertThat(Tile.of(document).stream()
                        .flatMap(tile -> tile.lines().stream())
                        .filter(line -> !line.caveat().isEmpty()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.standing()).isEqualTo(Status.REPRODUCED);
                    assertThat(line.count()).isEqualTo(2);
                    assertThat(line.caveat()).isEqualTo(caveat);
                });
    }

    @Test
    void a_claim_that_is_not_to_be_trusted_does_not_stand_among_all_whatever_its_p_value() {
        ReportDocument document = document(
                Fixtures.withControl(Fixtures.degradation(3), Fixtures.control(Verdict.REPRODUCED)),
                Fixtures.withControl(
                        Fixtures.again(Fixtures.degradation(3), "fig1.again"), Fixtures.control(Verdict.REPRODUCED)));

        assertThat(document.claims()).allMatch(claim -> claim.fdr() != null && claim.fdr() <= 0.05);
        assertThat(multiplicity(document).caveat()).startsWith("none of the 2 would still stand");
        assertThat(document.headline()).doesNotContain("would still stand");
    }

    private static Multiplicity multiplicity(ReportDocument document) {
        return Objects.requireNonNull(document.multiplicity());
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
