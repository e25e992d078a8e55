package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ClaimState;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.ExpectedRefutation;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.evidence.Levelling;
import org.resnetclaims.evidence.ObservableRecord;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.evidence.SessionControl;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.evidence.Source;
import org.resnetclaims.statistics.Verdict;

class ReportTest {

    private static final String ATTACK = "<script>alert('x')</script> | `pipe` & \"quotes\"";

    @TempDir
    Path folder;

    EvidenceStore store;

    @BeforeEach
    void record_a_session() {
        store = new EvidenceStore(folder);
        store.writeSession(Fixtures.session());
    }

    @Test
    void the_json_holds_every_key_of_the_session() throws IOException {
        JsonNode report = report(Fixtures.degradation(3));

        assertThat(keys(report))
                .contains("scale", "backend", "dataset", "wallSeconds", "environment", "utilisation", "claims");
        assertThat(report.get("scale").asText()).isEqualTo("quick");
        assertThat(report.get("backend").asText()).isEqualTo("cpu");
        assertThat(report.get("utilisation").asDouble()).isCloseTo(700 / (412.5 * 2), within(1e-12));
        assertThat(keys(report.get("environment")))
                .contains("gitCommit", "gitDirty", "java", "os", "cpu", "libraries", "threadsPerRun");
    }

    @Test
    void the_json_holds_every_key_of_a_statistical_claim() throws IOException {
        JsonNode claim = report(Fixtures.degradation(3)).get("claims").get(0);

        assertThat(keys(claim))
                .contains(
                        "id",
                        "source",
                        "statement",
                        "verdict",
                        "reason",
                        "paper",
                        "measured",
                        "runs",
                        "hypothesis",
                        "looks",
                        "pValue",
                        "adjustedPValue",
                        "interval",
                        "effectSize",
                        "probabilityOfSuperiority",
                        "negativeControl",
                        "charts");
        assertThat(claim.get("verdict").asText()).isEqualTo("REPRODUCED");
        assertThat(claim.get("standing").asText()).isEqualTo("REPRODUCED");
        assertThat(claim.at("/runs/0/seeds")).hasSize(3);
        assertThat(claim.at("/runs/0/errors/training")).hasSize(3);
        assertThat(claim.at("/runs/0/errors/test")).hasSize(3);
        assertThat(claim.at("/runs/0/diverged")).hasSize(3);
        assertThat(claim.at("/runs/0/seconds")).hasSize(3);
        assertThat(keys(claim.at("/looks/0"))).contains("seeds", "statistic", "boundary");
        assertThat(keys(claim.at("/interval"))).containsExactlyInAnyOrder("lower", "upper", "level");
        assertThat(claim.at("/negativeControl/verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(claim.at("/measured/0/name").asText()).isEqualTo("plain-56");
    }

    @Test
    void sets_exact_numbers_beside_the_papers_with_their_deviation() throws IOException {
        JsonNode claim = report(Fixtures.costs()).get("claims").get(0);

        assertThat(claim.get("paper")).hasSize(6);
        assertThat(claim.at("/measured/0/value").asDouble()).isEqualTo(0.269722);
        assertThat(claim.at("/measured/0/deviationPercent").asDouble()).isCloseTo(-0.103, within(0.001));
        assertThat(claim.at("/measured/6/deviationPercent").isNull()).isTrue();
        assertThat(claim.get("pValue").isNull()).isTrue();
    }

    @Test
    void compares_no_errors_of_another_scale_with_the_papers() throws IOException {
        JsonNode measured = report(Fixtures.withDivergedRun()).at("/claims/0/measured/0");

        assertThat(measured.get("paper").asDouble()).isEqualTo(6.97);
        assertThat(measured.get("deviationPercent").isNull()).isTrue();
    }

    @Test
    void adjusts_p_values_over_all_statistical_claims() throws IOException {
        JsonNode claims = report(Fixtures.degradation(3), Fixtures.costs(), Fixtures.withDivergedRun())
                .get("claims");

        double smaller = claims.get(0).get("pValue").asDouble();
        double larger = claims.get(2).get("pValue").asDouble();
        assertThat(smaller).isLessThan(larger);
        assertThat(claims.get(0).get("adjustedPValue").asDouble()).isCloseTo(2 * smaller, within(1e-12));
        assertThat(claims.get(2).get("adjustedPValue").asDouble()).isCloseTo(larger, within(1e-12));
        assertThat(claims.get(0).get("fdr").asDouble()).isCloseTo(2 * 1.5 * smaller, within(1e-12));
        assertThat(claims.get(1).get("fdr").isNull()).isTrue();
    }

    @Test
    void says_which_runs_were_trained_before() throws IOException {
        store.writeSession(reusing(700));
        assertThat(report(Fixtures.degradation(3)).at("/runTimes/1/reused").asBoolean())
                .isFalse();
        assertThat(store.summary()).content().doesNotContain("archive");

        store.writeSession(reusing(0, "plain-56#1"));
        JsonNode report = report(Fixtures.degradation(3));

        assertThat(report.get("utilisation").isNull()).isTrue();
        assertThat(report.get("runTimes"))
                .filteredOn(run -> run.get("reused").asBoolean())
                .singleElement()
                .satisfies(run -> assertThat(run.get("seed").asLong()).isEqualTo(1001));
        String sentence = "1 of the %d runs were trained before and come from the archive"
                .formatted(report.get("runTimes").size());
        assertThat(store.summary()).content().contains(sentence);
        assertThat(store.reportHtml()).content().contains(sentence);
    }

    @Test
    void trusts_no_claim_whose_control_is_reproduced() throws IOException {
        JsonNode claim = report(Fixtures.withControl(Fixtures.degradation(3), Fixtures.control(Verdict.REPRODUCED)))
                .at("/claims/0");

        assertThat(claim.get("standing").asText()).isEqualTo("UNTRUSTWORTHY");
        assertThat(Files.readString(store.reportHtml()))
                .contains("The negative control came out REPRODUCED as well, so that no verdict on the claim stands.");
        assertThat(Files.readString(store.summary()))
                .contains("**1 trained claim UNTRUSTWORTHY (1 comparison of 2 networks, 3 seeds each)**");
    }

    @Test
    void trusts_no_trained_claim_where_a_control_of_the_session_did_not_hold() throws IOException {
        SessionRecord session = Fixtures.session(
                0, new SessionControl("session.null", "Pools all null contrasts", false, "z = 4.1", null));
        ClaimRecord guarded = Fixtures.again(Fixtures.degradation(3), "fig1.guarded", "session.null");
        store.writeSession(Fixtures.concluded(session, guarded, Fixtures.costs()));

        JsonNode claims = report(guarded, Fixtures.costs()).get("claims");

        assertThat(claims.at("/0/standing").asText()).isEqualTo("UNTRUSTWORTHY");
        assertThat(claims.at("/0/verdict").asText()).isEqualTo("REPRODUCED");
        assertThat(claims.at("/1/standing").asText()).isEqualTo("REPRODUCED");
        assertThat(Files.readString(store.summary()))
                .startsWith(
                        "> **The session's control session.null did not hold, so that no verdict on a trained claim stands.** z = 4.1");
        String page = Files.readString(store.reportHtml());
        assertThat(page.substring(page.indexOf("<body>")))
                .contains("To the claims</a>\n<div class=\"alarm\" role=\"alert\">");
    }

    @Test
    void trusts_no_claim_whose_guards_were_not_decided_even_if_the_session_never_ended() throws IOException {
        ClaimRecord guarded = Fixtures.again(Fixtures.degradation(3), "fig1.guarded", "session.null");

        for (SessionRecord session : List.of(Fixtures.session(), Fixtures.concluded(Fixtures.session(), guarded))) {
            store.writeSession(session);

            JsonNode claim = report(guarded).at("/claims/0");
            assertThat(claim.get("verdict").asText()).isEqualTo("REPRODUCED");
            assertThat(claim.get("standing").asText()).isEqualTo("UNTRUSTWORTHY");
            assertThat(claim.at("/warnings/0").asText())
                    .startsWith("The session's control session.null was not decided, so that no verdict");
        }
    }

    @Test
    void trusts_a_claim_whose_guards_held_although_the_session_has_no_standings() throws IOException {
        store.writeSession(Fixtures.session(
                0, new SessionControl("session.null", "Pools all null contrasts", true, "z = 0.3", null)));

        JsonNode claim = report(Fixtures.again(Fixtures.degradation(3), "fig1.guarded", "session.null"))
                .at("/claims/0");

        assertThat(claim.get("standing").asText()).isEqualTo("REPRODUCED");
    }

    @Test
    void shows_other_numbers_than_errors_with_their_unit() throws IOException {
        ClaimState.Judged judged = Fixtures.judged(Fixtures.degradation(3));
        ObservableRecord iterations = new ObservableRecord(
                "first iteration below 20 %", "iterations", Direction.LOWER_IS_BETTER, new Source.Outcome(0));
        ClaimRecord claim = Fixtures.with(
                Fixtures.degradation(3),
                new ClaimState.Judged(
                        iterations, judged.hypothesis(), judged.arms(), judged.decision(), null, List.of()));

        JsonNode read = report(claim).at("/claims/0");

        assertThat(read.get("metric").asText()).isEqualTo("first iteration below 20 %");
        assertThat(read.get("unit").asText()).isEqualTo("iterations");
        assertThat(read.at("/runs/0/numbers")).hasSize(3);
        assertThat(Files.readString(store.summary())).contains("+32.80 iterations (");
        assertThat(Files.readString(store.reportHtml()))
                .contains("+32.80 iterations", "46.60 iterations against 13.80 iterations");
    }

    @Test
    void names_what_guards_a_claim() throws IOException {
        store.writeSession(Fixtures.session(
                0, new SessionControl("session.null", "Pools all null contrasts", true, "z = 0.3", null)));

        JsonNode claims = report(
                        Fixtures.degradation(3),
                        Fixtures.again(Fixtures.withDivergedRun(), "fig6.guarded", "session.null", "session.unknown"))
                .get("claims");

        JsonNode own = claims.at("/0/controls/0");
        assertThat(keys(own)).containsExactly("id", "description", "held", "shared", "result");
        assertThat(own.get("id").asText()).isEqualTo("fig1.plain-56-trains-worse-than-plain-20.control");
        assertThat(own.get("held").asBoolean()).isTrue();
        assertThat(own.get("shared").asBoolean()).isFalse();
        assertThat(claims.at("/1/negativeControl").isNull()).isTrue();
        assertThat(claims.at("/1/controls/0/result").asText()).isEqualTo("z = 0.3");
        assertThat(claims.at("/1/controls/0/shared").asBoolean()).isTrue();
        assertThat(claims.at("/1/controls/1/held").isNull()).isTrue();
    }

    @Test
    void shows_the_seeds_and_the_controls_of_the_session() throws IOException {
        store.writeSession(Fixtures.session(
                7, new SessionControl("session.null", "Pools all null contrasts", null, "open", null)));

        JsonNode report = report(Fixtures.costs());

        assertThat(report.get("seeds").asLong()).isEqualTo(7);
        assertThat(report.at("/controls/0/id").asText()).isEqualTo("session.null");
        assertThat(store.summary())
                .content()
                .contains(
                        "draw 7 of the seeds, not that of the committed reference",
                        "| session.null | Pools all null contrasts | not decided | open |");
        assertThat(store.reportHtml()).content().contains("draw 7 of the seeds").doesNotContain("class=\"alarm\"");
    }

    @Test
    void marks_a_refutation_that_was_expected() throws IOException {
        JsonNode claim = report(Fixtures.expectedToBeRefuted(
                        Fixtures.multiplyAdds(), "4.09 for 3.8", "The paper counts one projection less."))
                .at("/claims/0");

        assertThat(claim.get("standing").asText()).isEqualTo("REFUTED");
        assertThat(claim.get("asExpected").asBoolean()).isTrue();
        assertThat(keys(claim.get("expected"))).containsExactly("figures", "because");
        assertThat(store.summary())
                .content()
                .contains(
                        "no trained claim judged; 1 arithmetic check is REFUTED as expected",
                        "| REFUTED (as expected at this scale) |",
                        "4.09 for 3.8",
                        "The paper counts one projection less.");
        assertThat(store.reportHtml())
                .content()
                .contains(
                        "As expected at this scale.",
                        "4.09 for 3.8",
                        "The paper counts one projection less.",
                        "declared for this scale before the session by the authors of this suite",
                        "<a href=\"#expected-table1.multiply-adds\">as expected</a>",
                        "<p id=\"expected-table1.multiply-adds\">");
    }

    @Test
    void marks_a_claim_that_came_out_otherwise_than_expected() throws IOException {
        JsonNode claim = report(Fixtures.expectedToBeRefuted(Fixtures.degradation(3), "figures", "reason"))
                .at("/claims/0");

        assertThat(claim.get("standing").asText()).isEqualTo("REPRODUCED");
        assertThat(claim.get("asExpected").asBoolean()).isFalse();
        assertThat(store.summary())
                .content()
                .contains("| REPRODUCED (REFUTED was expected) |", "the declaration is out of date");
        assertThat(store.reportHtml()).content().contains("REFUTED was expected", "the declaration is out of date");
    }

    @Test
    void warns_where_an_arm_had_not_levelled_off() throws IOException {
        JsonNode claim = report(Fixtures.degradation(3)).at("/claims/0");

        assertThat(claim.at("/runs/0/levelling/levelledOff").asBoolean()).isTrue();
        assertThat(store.reportHtml())
                .content()
                .doesNotContain("had not levelled off")
                .contains("49.0 to 47.0 %");

        report(falling(Fixtures.degradation(3)));

        assertThat(store.reportHtml())
                .content()
                .contains(
                        "plain-56 had not levelled off: its training error was still falling at the end, from 55.2 to 47.1 %; a longer training might end elsewhere.");
    }

    @Test
    void draws_every_chart_that_it_names() throws IOException {
        JsonNode charts = report(Fixtures.degradation(3)).at("/claims/0/charts");

        assertThat(charts).hasSize(2);
        for (JsonNode chart : charts) {
            assertThat(folder.resolve(chart.get("svg").asText()))
                    .content()
                    .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                    .contains("<text ");
        }
    }

    @Test
    void draws_each_chart_once_and_says_where() throws IOException {
        JsonNode claims = report(Fixtures.degradation(3), Fixtures.again(Fixtures.degradation(3), "fig1.the-same-runs"))
                .get("claims");

        assertThat(claims.at("/1/charts/0")).isEqualTo(claims.at("/0/charts/0"));
        assertThat(claims.at("/0/charts/0/shownWith")).isEqualTo(claims.at("/0/id"));
        assertThat(Files.readString(store.reportHtml()))
                .containsOnlyOnce("aria-label=\"Error while training: plain-56, plain-20\"")
                .contains("drawn with <a href=\"#fig1.plain-56-trains-worse-than-plain-20\">");
    }

    @Test
    void leaves_the_runs_and_their_curves_as_tables() throws IOException {
        JsonNode files = report(Fixtures.degradation(3), Fixtures.costs()).at("/claims/0/files");

        assertThat(Files.readAllLines(folder.resolve(files.get("runs").asText())))
                .hasSize(1 + 2 * 3)
                .startsWith(
                        "claim,network,network_sha256,first_stage_filters,seed,judged_by,unit,value,training_error_percent,test_error_percent,diverged,training_seconds")
                .anyMatch(
                        line -> line.startsWith(
                                "fig1.plain-56-trains-worse-than-plain-20,plain-56,plain-56,8,1000,\"training error\",%,37.6,37.6,"));
        assertThat(Files.readAllLines(folder.resolve(files.get("curves").asText())))
                .hasSize(1 + 2 * 3 * 8)
                .startsWith("claim,network,seed,iteration,running_training_error_percent,test_error_percent")
                .anyMatch(line -> line.startsWith("fig1.plain-56-trains-worse-than-plain-20,plain-56,1000,"));
        assertThat(folder.resolve(files.get("record").asText())).exists();
    }

    @Test
    void says_how_a_claim_is_tested_again() throws IOException {
        JsonNode claim = report(Fixtures.degradation(3)).at("/claims/0");

        assertThat(claim.get("command").asText())
                .isEqualTo("mvn verify -Dclaim=fig1.plain-56-trains-worse-than-plain-20 -Dscale=quick");
        assertThat(claim.get("file").asText()).isEqualTo("reproductions/figure1/Claims.java");
        assertThat(claim.get("test").asText()).isEqualTo("holds");
        assertThat(claim.at("/runs/0/width").asInt()).isEqualTo(8);
        assertThat(Files.readString(store.reportHtml()))
                .contains(
                        "learning rate 0.1 divided by ten at iteration 400 and 600",
                        "weight decay 0.0001, batches of 64, 800 iterations, no augmentation; 8 filters in the first stage",
                        "Its test is <code>holds</code> in <code>reproductions/figure1/Claims.java</code>");
    }

    @Test
    void shows_the_effects_of_what_the_paper_is_known_for_above_all_others() throws IOException {
        JsonNode claim =
                report(Fixtures.degradation(3), Fixtures.withDivergedRun()).at("/claims/0");
        String page = Files.readString(store.reportHtml());
        String first = page.substring(0, page.indexOf("<h2 id=\"summary\">"));

        assertThat(first)
                .containsOnlyOnce("<tbody>")
                .contains(
                        "confidence intervals of "
                                + Numbers.percent(claim.at("/interval/level").asDouble()),
                        "%s points <span class=\"soft\">(%s to %s)</span>"
                                .formatted(
                                        Numbers.signed(claim.get("difference").asDouble()),
                                        Numbers.signed(
                                                claim.at("/interval/lower").asDouble()),
                                        Numbers.signed(
                                                claim.at("/interval/upper").asDouble())),
                        Numbers.probability(claim.get("fdr").asDouble()));
    }

    @Test
    void what_the_paper_is_known_for_are_claims_that_there_are() {
        assertThat(new EvidenceStore(Path.of("results", "reference", "quick-cpu")).readClaims())
                .extracting(ClaimRecord::id)
                .containsAll(ClaimPage.MAIN);
    }

    @Test
    void says_which_runs_count_as_failed() throws IOException {
        report(Fixtures.degradation(3));

        assertThat(Files.readString(store.reportHtml()))
                .contains("as near guessing if its training error ended above %s %%"
                        .formatted(Numbers.value(
                                ObservableRecord.failsAbove(store.readSession().dataset()))));
    }

    @Test
    void lists_the_verdicts_for_the_console() throws IOException {
        store.write(Fixtures.degradation(3));
        store.write(Fixtures.costs());

        String table = ConsoleTable.of(Report.render(store, store.readSession(), store.readClaims(), Earlier.NOTHING));

        assertThat(table.lines())
                .hasSize(3)
                .anyMatch(line -> line.matches(
                        "REPRODUCED    fig1.plain-56-trains-worse-than-plain-20 \\+32.80 points \\(.* to .*\\), p .*"))
                .contains("REPRODUCED    table6.parameters");
    }

    @Test
    void seventy_claims_are_one_small_page() throws IOException {
        SeventyClaims.write(store);
        Report.render(store, store.readSession(), store.readClaims(), Earlier.NOTHING);

        assertThat(store.readClaims()).hasSize(70);
        assertThat(Files.size(store.reportHtml())).isLessThan(3_000_000);
        assertThat(Files.readString(store.reportHtml()))
                .contains("rise of the straight line through the means of 3 networks");
    }

    @Test
    void needs_nothing_but_itself() throws IOException {
        report(Fixtures.degradation(3), Fixtures.costs());

        assertThat(Files.readString(store.reportHtml())).doesNotContain("<script ", "<link", "@import", "src=", "url(");
    }

    @Test
    void escapes_all_text() throws IOException {
        ClaimRecord claim = withText(Fixtures.degradation(3), ATTACK);
        ClaimState.Judged judged = Fixtures.judged(claim);
        ClaimRecord named = Fixtures.with(
                claim,
                claim.id(),
                claim.verdict(),
                List.of(new Quantity(ATTACK, ATTACK, ATTACK, Origin.PRINTED, "1", 2, ATTACK)),
                new ClaimState.Judged(
                        new ObservableRecord(ATTACK, ATTACK, Direction.LOWER_IS_BETTER, new Source.Outcome(0)),
                        judged.hypothesis(),
                        judged.arms().stream()
                                .map(arm ->
                                        ArmRecord.of(ATTACK, arm.network(), 8, arm.recipe(), arm.runs(), arm.numbers()))
                                .toList(),
                        judged.decision(),
                        judged.control(),
                        judged.guards()));
        store.writeSession(attackedSession());
        report(Fixtures.notTested(ATTACK), named);

        assertThat(Files.readString(store.reportHtml()))
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;");
        assertThat(Files.readString(store.summary()))
                .doesNotContain("<script", " | `pipe`")
                .contains("&lt;script&gt;", "\\| \\`pipe\\` &amp;");
    }

    @Test
    void says_why_a_claim_was_not_tested() throws IOException {
        report(Fixtures.notTested("The claim crashed: OutOfMemoryError."));

        assertThat(Files.readString(store.reportHtml())).contains("The claim crashed: OutOfMemoryError.");
        assertThat(Files.readString(store.summary())).contains("The claim crashed: OutOfMemoryError.");
    }

    @Test
    void renders_a_decision_whose_numbers_are_not_finite() throws IOException {
        ClaimRecord claim = Fixtures.withDivergedRun();
        String record = "claims/" + claim.id() + ".json";
        store.write(claim);
        Path file = folder.resolve(record);
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll(
                                "\"(effectSize|pValue|difference|lower|statistic)\" : [-0-9.E]+", "\"$1\" : \"NaN\"")
                        .replaceAll("(\"iteration\" : \\d+,\\s+\"trainingError\") : [-0-9.E]+", "$1 : \"NaN\""));

        Report.render(store, store.readSession(), store.readClaims(), Earlier.NOTHING);

        JsonNode read = new ObjectMapper().readTree(store.reportJson().toFile()).at("/claims/0");
        assertThat(read.get("verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(read.get("pValue").isNull()).isTrue();
        assertThat(read.get("adjustedPValue").isNull()).isTrue();
        assertThat(Files.readString(store.reportHtml())).doesNotContain("NaN");
    }

    @Test
    void renders_besides_a_damaged_record() throws IOException {
        store.write(Fixtures.costs());
        Files.writeString(folder.resolve("claims/fig1.damaged.json"), "{\"id\":");

        Report.render(store, store.readSession(), store.readClaims(), Earlier.NOTHING);

        assertThat(Files.readString(store.summary()))
                .contains("no trained claim judged; 1 arithmetic check holds; 1 not tested", "is damaged");
    }

    @Test
    void summarises_in_a_few_lines() throws IOException {
        report(Fixtures.degradation(3), Fixtures.costs(), Fixtures.multiplyAdds());

        assertThat(Files.readString(store.summary()).lines())
                .contains(
                        "**1 trained claim REPRODUCED (1 comparison of 2 networks, 3 seeds each); 1 arithmetic check holds, 1 is REFUTED**",
                        "Were the one trained claim not true, it would come out REPRODUCED by chance with a probability of at most 0.05.",
                        "| verdict | where | claim | measured | p | p by Holm | FDR (BY) |")
                .anyMatch(line -> line.startsWith("| REPRODUCED | Fig. 1 | A 56-layer plain network")
                        && line.contains("+32.80 points"));
    }

    @Test
    void summarises_p_values_beside_their_adjustment() throws IOException {
        JsonNode claim =
                report(Fixtures.degradation(3), Fixtures.withDivergedRun()).at("/claims/0");

        assertThat(Files.readString(store.summary()))
                .contains("| %.4f | %.4f | %.4f |"
                        .formatted(
                                claim.get("pValue").asDouble(),
                                claim.get("adjustedPValue").asDouble(),
                                claim.get("fdr").asDouble()));
    }

    @Test
    void renders_a_claim_of_one_arm_against_a_number() throws IOException {
        report(Fixtures.numeric());

        assertThat(Files.readString(store.reportHtml()))
                .contains(
                        "mean of ResNet-56, less the 6.97 % of Table 6",
                        "the 6.97 % of Table 6 by less than 0.5 points");
    }

    @Test
    void can_be_rendered_again() throws IOException {
        report(Fixtures.degradation(3));
        byte[] first = Files.readAllBytes(store.reportJson());

        Report.render(store, store.readSession(), store.readClaims(), Earlier.NOTHING);

        assertThat(store.reportJson()).hasBinaryContent(first);
    }

    @Test
    void refuses_a_folder_without_claims() {
        assertThatThrownBy(() -> Report.render(store, store.readSession(), store.readClaims(), Earlier.NOTHING))
                .isInstanceOf(EvidenceException.class)
                .hasMessage("There are no records of claims in %s: run the claims first.", folder);
    }

    @Test
    void is_not_drawn_by_two_at_once() throws Exception {
        store.write(Fixtures.costs());
        store.take();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Report.class.getName(),
                        folder.toString())
                .redirectErrorStream(true);
        // A JVM that takes options from there says so in a line of its own.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process drawer = builder.start();

        assertThat(drawer.inputReader().lines()).singleElement().asString().startsWith("Another session is at work in");
        assertThat(drawer.waitFor()).isEqualTo(1);
        assertThat(store.reportHtml()).doesNotExist();
        store.leave();
    }

    @Test
    void says_that_the_report_cannot_be_written() throws IOException {
        store.write(Fixtures.costs());
        Files.createFile(store.charts());

        assertThatThrownBy(() -> Report.render(store, store.readSession(), store.readClaims(), Earlier.NOTHING))
                .isInstanceOf(EvidenceException.class)
                .hasMessageStartingWith("Cannot write the report to " + folder);
    }

    private JsonNode report(ClaimRecord... claims) throws IOException {
        List.of(claims).forEach(store::write);
        Report.render(store, store.readSession(), store.readClaims(), Earlier.NOTHING);
        return new ObjectMapper().readTree(store.reportJson().toFile());
    }

    private static SessionRecord reusing(double busySeconds, String... runs) {
        SessionRecord session = Fixtures.session();
        return new SessionRecord(
                session.scale(),
                session.dataset(),
                session.engine(),
                session.environment(),
                session.started(),
                session.wallSeconds(),
                busySeconds,
                session.parallelRuns(),
                0,
                false,
                List.of(),
                List.of(),
                Map.of(),
                List.of(runs));
    }

    /** A machine, or a data set, with a name like that. */
    private static SessionRecord attackedSession() {
        SessionRecord session = Fixtures.session();
        DatasetDescription data = session.dataset();
        return new SessionRecord(
                session.scale(),
                new DatasetDescription(
                        ATTACK,
                        data.image(),
                        data.classes(),
                        data.trainingImages(),
                        data.testImages(),
                        data.fingerprint()),
                session.engine(),
                new SessionRecord.Environment(ATTACK, true, ATTACK, ATTACK, ATTACK, 2, 7936, Map.of(ATTACK, ATTACK), 1),
                session.started(),
                session.wallSeconds(),
                session.busySeconds(),
                session.parallelRuns(),
                0,
                false,
                List.of(),
                List.of(new SessionControl(ATTACK, ATTACK, false, ATTACK, null)),
                Map.of(),
                List.of());
    }

    /** As if its first arm could have been trained for longer. */
    private static ClaimRecord falling(ClaimRecord claim) {
        ClaimState.Judged judged = Fixtures.judged(claim);
        ArmRecord first = judged.arms().get(0);
        ArmRecord falling = new ArmRecord(
                first.name(),
                first.network(),
                first.width(),
                first.recipe(),
                new Levelling(55.21, 47.12, false),
                first.runs(),
                first.numbers());
        return Fixtures.with(
                claim,
                new ClaimState.Judged(
                        judged.observable(),
                        judged.hypothesis(),
                        List.of(falling, judged.arms().get(1)),
                        judged.decision(),
                        judged.control(),
                        judged.guards()));
    }

    private static ClaimRecord withText(ClaimRecord claim, String text) {
        ClaimState.Judged judged = Fixtures.judged(claim);
        return ClaimRecord.of(
                Fixtures.SESSION,
                claim.id(),
                claim.place(),
                claim.test(),
                text,
                text,
                claim.kind(),
                claim.verdict(),
                text,
                new ExpectedRefutation(text, text),
                claim.quantities(),
                new ClaimState.Judged(
                        judged.observable(), text, judged.arms(), judged.decision(), judged.control(), List.of(text)),
                claim.seconds());
    }

    private static List<String> keys(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }
}
