package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.resnetclaims.claims.judging.Seeds;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.Status;
import org.resnetclaims.laboratory.SimulatedExecutor;
import org.resnetclaims.report.Report;
import org.resnetclaims.statistics.Verdict;

/**
 * Records that were altered by accident are refused when a report is drawn, and a session that lost a verdict is
 * noticed.
 */
class RecordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEGRADATION = "fig1.plain-56-trains-worse-than-plain-20";

    @TempDir
    private Path folder;

    private EvidenceStore results;

    @BeforeEach
    void run_some_claims() {
        results = run("results", 0, SimulatedErrors.asInThePaper());
    }

    @Test
    void records_as_they_were_written_agree_with_themselves() {
        results.recompute(results.readSession(), results.readClaims());

        assertThat(results.readClaims()).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void an_error_that_was_altered_is_noticed() {
        alter(DEGRADATION, claim -> run(claim, 0, 1).put("trainingError", 0.01));

        assertRefused(
                DEGRADATION + ".json contradicts itself: plain-56 with seed 1001 is judged by a training error of ");
    }

    @Test
    void a_difference_that_was_altered_is_noticed() {
        alter(DEGRADATION, claim -> ((ObjectNode) claim.at("/state/decision")).put("difference", 44.68));

        assertRefused(DEGRADATION + ".json contradicts itself: by its runs, its decision has difference ");
    }

    @Test
    void a_run_that_was_left_out_is_noticed() {
        alter(DEGRADATION, claim -> ((ArrayNode) claim.at("/state/arms/0/runs")).remove(2));

        assertRefused(DEGRADATION + ".json contradicts itself: the numbers of plain-56 are not those of its runs");

        alter(DEGRADATION, claim -> ((ArrayNode) claim.at("/state/arms/0/numbers")).remove(2));
        assertRefused(DEGRADATION + ".json contradicts itself: ");
    }

    @Test
    void a_verdict_that_was_altered_is_noticed() {
        results = run("refuted", 0, SimulatedErrors.contraryToThePaper());
        alter(DEGRADATION, claim -> claim.put("verdict", "INCONCLUSIVE")
                .putObject("standing")
                .put("status", "INCONCLUSIVE")
                .putArray("doubts"));

        assertRefused(
                DEGRADATION + ".json contradicts itself: its verdict is INCONCLUSIVE, but its runs come to REFUTED");
    }

    @Test
    void a_reason_or_a_hypothesis_that_was_altered_is_noticed() {
        alter(DEGRADATION, claim -> claim.put("reason", "The difference is 8,000 points."));
        assertRefused(DEGRADATION + ".json contradicts itself: its reason is not that of its decision");

        results = run("again", 0, SimulatedErrors.asInThePaper());
        alter(DEGRADATION, claim -> ((ObjectNode) claim.get("state")).put("hypothesis", "Whatever."));
        assertRefused(DEGRADATION + ".json contradicts itself: its hypothesis is not the one that was decided");
    }

    @Test
    void an_order_whose_arms_were_swapped_is_noticed() {
        results = run("order", 0, SimulatedErrors.asInThePaper(), "section1");
        results.recompute(results.readSession(), results.readClaims());

        alter("sec1.plain-family-degrades", claim -> {
            ArrayNode arms = (ArrayNode) claim.at("/state/arms");
            arms.add(arms.remove(0));
        });

        assertRefused("sec1.plain-family-degrades.json contradicts itself: by its runs, its decision has ");
    }

    @Test
    void a_bound_or_a_design_that_was_altered_is_noticed() {
        String gap = "fig1.gap-holds-all-along";
        results = run("bound", 0, SimulatedErrors.asInThePaper(), "figure1");

        alter(gap, claim -> ((ObjectNode) claim.at("/state/decision/hypothesis/design")).put("value", -5.0));
        assertRefused(gap + ".json contradicts itself: by its runs, its decision has ");

        alter(gap, claim -> ((ObjectNode) claim.at("/state/decision/hypothesis"))
                .putObject("design")
                .put("type", "order"));
        assertRefused(
                gap + ".json contradicts itself: its runs do not decide as recorded, since 1 arms are no Order[]");
    }

    @Test
    void mistakes_of_pairs_that_were_altered_are_noticed() {
        String ensemble = "table5.ensemble-of-six";
        results = run("pairs", 0, SimulatedErrors.asInThePaper(), "table5");
        results.recompute(results.readSession(), results.readClaims());

        alter(ensemble, claim -> ((ObjectNode) claim.at("/state/arms/0/numbers/0/mistakes")).put("wrong", "AA=="));

        assertRefused(
                ensemble
                        + ".json contradicts itself: ResNet-20, test error of the ensemble with seed 1000 is judged by an error of ");
    }

    @Test
    void a_claim_without_a_session_or_a_record_is_noticed() throws IOException {
        alter(DEGRADATION, claim -> claim.put("session", ""));
        assertThat(results.readClaims())
                .filteredOn(claim -> claim.id().equals(DEGRADATION))
                .singleElement()
                .satisfies(claim -> assertThat(claim.reason()).contains("it belongs to no session"));

        Files.delete(results.folder().resolve("claims").resolve(DEGRADATION + ".json"));
        assertRefused(DEGRADATION + ".json is missing: restore it, or run the claims again.");
    }

    @Test
    void a_record_whose_parts_were_taken_away_is_refused_with_one_sentence() {
        alter(DEGRADATION, claim -> ((ObjectNode) claim.at("/state/decision")).putArray("looks"));
        assertRefused(DEGRADATION + ".json is damaged (");
    }

    @Test
    void a_run_of_another_network_is_noticed() {
        alter(DEGRADATION, claim -> run(claim, 0, 0)
                .put("run", run(claim, 1, 0).get("run").asText()));

        assertRefused(
                "the run of plain-56 with seed 1000 is not one of this network, recipe, seed and the data of session.json");
    }

    @Test
    void a_recipe_that_was_altered_is_noticed() {
        alter(DEGRADATION, claim -> ((ObjectNode) claim.at("/state/arms/0/recipe")).put("iterations", 64_000));

        assertRefused("the run of plain-56 with seed 1000 is not one of this network, recipe");
    }

    @Test
    void a_number_that_was_altered_is_noticed() {
        String depths = "table1.resnet-152-is-deeper-and-cheaper-than-vgg";
        alter(depths, claim -> ((ObjectNode) claim.at("/quantities/0")).put("measured", 8_000.0));

        assertRefused(depths + ".json contradicts itself: it is REPRODUCED, but its number ");
    }

    @Test
    void a_session_that_was_altered_is_noticed() {
        alterSession(session -> session.put("scale", "paper"));

        assertRefused(".json contradicts itself: it belongs to another session than session.json describes");
    }

    @Test
    void a_control_of_the_session_that_was_altered_is_noticed() {
        alterSession(session -> ((ObjectNode) session.at("/controls/0")).put("held", false));

        assertRefused(
                "session.json contradicts itself: its control session.null-contrasts is recorded as not held, but by the runs it is held");
    }

    @Test
    void a_standing_that_was_altered_is_noticed() {
        assertThat(results.readSession().standings().get(DEGRADATION).status()).isEqualTo(Status.REPRODUCED);

        alterSession(session -> ((ObjectNode) session.at("/standings").get(DEGRADATION)).put("status", "REFUTED"));

        assertRefused("session.json contradicts itself: it records the claim " + DEGRADATION
                + " as REFUTED, which by its controls it is not");
    }

    @Test
    void where_a_session_was_stopped_before_its_end_its_controls_decide_what_stands() {
        alterSession(session -> session.putObject("standings"));

        results.recompute(results.readSession(), results.readClaims());
        assertThat(standing()).isEqualTo(Status.REPRODUCED);

        alterSession(session -> session.putArray("controls"));

        results.recompute(results.readSession(), results.readClaims());
        assertThat(standing()).isEqualTo(Status.UNTRUSTWORTHY);
    }

    @Test
    void a_claim_that_is_no_longer_reproduced_is_a_regression() {
        EvidenceStore now = run("now", 0, SimulatedErrors.withoutAnyEffect());

        assertThat(SessionCheck.of(now).regressions(results, false)).anySatisfy(fault -> assertThat(fault)
                .startsWith("Claim " + DEGRADATION + " was REPRODUCED in the reference ")
                .contains(" and is INCONCLUSIVE now ("));
        assertThat(SessionCheck.of(results).regressions(results, false)).isEmpty();
    }

    @Test
    void a_claim_that_is_gone_is_a_regression_where_all_were_asked_for() {
        EvidenceStore some = run("some", 0, SimulatedErrors.asInThePaper(), "figure1");

        assertThat(SessionCheck.of(some).regressions(results, false)).isEmpty();
        assertThat(SessionCheck.of(some).regressions(results, true))
                .anyMatch(fault -> fault.startsWith("Claim fig6.resnet-56-does-not-degrade was REPRODUCED")
                        && fault.endsWith(" and is gone"));
    }

    @Test
    void a_reference_whose_records_cannot_be_read_is_a_fault() throws IOException {
        EvidenceStore now = run("now", 0, SimulatedErrors.asInThePaper(), "figure1");
        EvidenceStore reference = run("references/quick-cpu", 0, SimulatedErrors.asInThePaper(), "figure1");
        Path references = reference.folder().getParent();
        assertThat(SessionCheck.of(now).faults(references, true)).isEmpty();

        Files.writeString(reference.folder().resolve("claims").resolve(DEGRADATION + ".json"), "{\"runs\":[]}");

        assertThat(SessionCheck.of(now).faults(references, true))
                .containsExactly(
                        "The reference %s cannot guard what it should (no record can be read of %s): restore it, or renew it with \"make reference\""
                                .formatted(reference.folder(), DEGRADATION));

        Files.writeString(reference.folder().resolve("session.json"), "{}");

        assertThat(SessionCheck.of(now).faults(references, true))
                .containsExactly(
                        "The reference %s cannot guard what it should (its records cannot be read): restore it, or renew it with \"make reference\""
                                .formatted(reference.folder()));
    }

    @Test
    void on_fresh_seeds_a_claim_may_end_inconclusive_but_not_refuted() {
        EvidenceStore ofTwo = run("ofTwo", 0, SimulatedErrors.asInThePaper(), "figure4");
        EvidenceStore two = run("two", 7, SimulatedErrors.withATinyEffect(), "figure4");
        EvidenceStore many = run("many", 7, SimulatedErrors.withATinyEffect());
        EvidenceStore refuted = run("refuted", 7, SimulatedErrors.contraryToThePaper());

        assertThat(two.readClaims()).hasSize(3).anyMatch(claim -> claim.verdict() == Verdict.INCONCLUSIVE);
        assertThat(SessionCheck.of(two).regressions(ofTwo, false)).isEmpty();
        assertThat(SessionCheck.of(many).regressions(results, false)).hasSizeGreaterThan(2);
        assertThat(SessionCheck.of(refuted).regressions(results, false))
                .anyMatch(fault -> fault.contains(" is REFUTED now"));
    }

    @Test
    void another_scale_or_data_set_has_no_reference_here() throws IOException {
        EvidenceStore now = run("now", 0, SimulatedErrors.contraryToThePaper());
        Path file = results.folder().resolve("session.json");
        ObjectNode session = (ObjectNode) JSON.readTree(file.toFile());
        session.put("scale", "standard");
        JSON.writeValue(file.toFile(), session);

        assertThat(SessionCheck.of(now).regressions(results, false)).isEmpty();
    }

    @Test
    void a_control_that_did_not_hold_is_named() {
        EvidenceStore biased = run("biased", 0, SimulatedErrors.withABiasBetweenSeeds());

        assertThat(SessionCheck.of(results).failedControls()).isEmpty();
        assertThat(SessionCheck.of(results).missingControls()).isEmpty();
        assertThat(SessionCheck.of(biased).failedControls()).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith("The control session.null-contrasts of this session did not hold"));
    }

    @Test
    void a_control_that_was_not_decided_is_named() {
        alterSession(session -> ((ArrayNode) session.get("controls")).remove(1));

        assertThat(SessionCheck.of(results).missingControls())
                .containsExactly(
                        "The control session.positive-control of this session was not decided, so that its trained claims stand unguarded: run the claims again");
    }

    /** Of one claim at the end. */
    private Status standing() {
        return results.readClaims().stream()
                .filter(claim -> claim.id().equals(DEGRADATION))
                .map(claim -> results.readSession().standing(claim).status())
                .findFirst()
                .orElseThrow();
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> Report.render(results))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining(message)
                .hasMessageEndingWith(", or run the claims again.");
    }

    private EvidenceStore run(String name, long draw, SimulatedExecutor executor) {
        return run(name, draw, executor, "figure1", "figure6", "table1");
    }

    private EvidenceStore run(String name, long draw, SimulatedExecutor executor, String... folders) {
        ClaimsKit kit = new ClaimsKit(folder.resolve(name), executor).on(new Seeds(draw));
        kit.run(Stream.of(folders).map(DiscoverySelectors::selectPackage).toList());
        return kit.evidence();
    }

    private static ObjectNode run(ObjectNode claim, int arm, int run) {
        return (ObjectNode) claim.at("/state/arms/%d/runs/%d".formatted(arm, run));
    }

    private void alter(String claim, Consumer<ObjectNode> change) {
        alter(results.folder().resolve("claims").resolve(claim + ".json"), change);
    }

    private void alterSession(Consumer<ObjectNode> change) {
        alter(results.folder().resolve("session.json"), change);
    }

    private static void alter(Path file, Consumer<ObjectNode> change) {
        try {
            ObjectNode tree = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
            change.accept(tree);
            JSON.writeValue(file.toFile(), tree);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
