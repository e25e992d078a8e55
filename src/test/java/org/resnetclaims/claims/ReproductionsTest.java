package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.resnetclaims.claims.judging.SessionControls;
import org.resnetclaims.claims.session.ClaimsKit;
import org.resnetclaims.claims.session.ClaimsKit.Finished;
import org.resnetclaims.claims.session.SimulatedErrors;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ClaimState;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.evidence.SessionControl;
import org.resnetclaims.laboratory.SimulatedExecutor;
import org.resnetclaims.report.Report;
import org.resnetclaims.statistics.Hypothesis.Relation;
import org.resnetclaims.statistics.Verdict;

/**
 * All claims under {@code reproductions} on simulated errors: whether they say what they mean, not whether they hold.
 */
class ReproductionsTest {

    /** How the reason begins of those of which the quick scale cannot speak. */
    private static final String LARGER = "Scale quick cannot speak about this claim, the smallest that can is ";

    /** Those that set an error beside one that the paper prints. */
    private static final String NUMERIC = "table6\\.resnet-(\\d+-test-error|110-beats-highway-and-fitnet)";

    /** Those whose control is of networks that are hardly trained, or not at all. */
    private static final List<String> WITHOUT_TRAINING = List.of(
            "fig7.deeper-means-smaller",
            "fig7.responses-are-smaller-in-resnet-20",
            "fig7.responses-are-smaller-in-resnets",
            "later.loss-landscape",
            "notes.deeper-gradients-gain-less-after-training",
            "notes.layers-feed-two-layers",
            "sec3.1.residuals-are-small",
            "sec4.1.trained-forward-signals-do-not-vanish",
            "sec4.1.trained-gradients-do-not-vanish",
            "table5.ensemble-of-six");

    /** What the paper prints cannot be had, whatever is trained. */
    private static final String CONTRADICTORY = "table1.vgg-multiply-adds";

    @TempDir
    private static Path resultsAsInThePaper;

    private static Finished asInThePaper;

    @TempDir
    private Path results;

    @BeforeAll
    static void run_on_errors_like_those_of_the_paper() throws IOException {
        asInThePaper = new ClaimsKit(resultsAsInThePaper, SimulatedErrors.asInThePaper()).run(allFolders());
    }

    @Test
    void every_claim_passes_on_errors_like_those_of_the_paper() {
        assertThat(asInThePaper.records())
                .hasSizeGreaterThanOrEqualTo(15)
                .hasSameSizeAs(asInThePaper.tests().keySet());
        assertThat(asInThePaper.records())
                .filteredOn(claim ->
                        !claim.id().matches(NUMERIC) && !claim.reason().startsWith(LARGER) && claim.expected() == null)
                .allSatisfy(claim -> assertThat(claim.verdict())
                        .as("%s: teach SimulatedErrors what this claim asks for", claim.id())
                        .isEqualTo(Verdict.REPRODUCED));
    }

    @Test
    void claims_that_are_expected_to_be_refuted_are() {
        assertThat(asInThePaper.records())
                .filteredOn(claim -> claim.expected() != null)
                .hasSizeGreaterThanOrEqualTo(2)
                .extracting(ClaimRecord::verdict)
                .containsOnly(Verdict.REFUTED);
    }

    @Test
    void claims_that_the_quick_scale_cannot_speak_about_say_so_and_speak_at_a_larger_one() throws IOException {
        assertThat(atStandard(SimulatedErrors.asInThePaper()))
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(claim -> assertThat(claim.verdict()).as(claim.id()).isEqualTo(Verdict.REPRODUCED));
        assertThat(atStandard(SimulatedErrors.contraryToThePaper()))
                .allSatisfy(claim -> assertThat(judged(claim).decision().verdict())
                        .as(claim.id())
                        .isEqualTo(Verdict.REFUTED));
    }

    /** Judged there, those for which that is the smallest scale. */
    private List<ClaimRecord> atStandard(SimulatedExecutor executor) throws IOException {
        Set<String> larger = asInThePaper.records().stream()
                .filter(claim -> claim.reason().startsWith(LARGER + Scale.STANDARD))
                .map(ClaimRecord::id)
                .collect(Collectors.toSet());
        return new ClaimsKit(results, executor)
                .at(Scale.STANDARD).run(allFolders()).records().stream()
                        .filter(claim -> larger.contains(claim.id()))
                        .toList();
    }

    @Test
    void claims_on_more_than_a_thousand_layers_speak_at_the_scale_of_the_paper() {
        assertThat(onAThousandLayers(SimulatedErrors.asInSection42()))
                .hasSize(3)
                .extracting(ClaimRecord::verdict)
                .containsOnly(Verdict.REPRODUCED);
        assertThat(onAThousandLayers(SimulatedErrors.contraryToSection42()))
                .extracting(ClaimRecord::verdict)
                .containsOnly(Verdict.REFUTED);
    }

    private List<ClaimRecord> onAThousandLayers(SimulatedExecutor executor) {
        return atThePapers(executor, "section4_2").stream()
                .filter(claim -> claim.id().startsWith("sec4.2.1202-"))
                .toList();
    }

    @Test
    void no_one_way_of_counting_gives_both_numbers_of_vgg() {
        assertThat(asInThePaper.records())
                .filteredOn(claim -> claim.id().equals(CONTRADICTORY))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.verdict()).isEqualTo(Verdict.REFUTED);
                    assertThat(claim.reason())
                            .isEqualTo(
                                    "No one way of counting gives both 15.3 and 19.6: convolutions alone 15.35 and 19.51, all layers 15.47 and 19.63");
                    assertThat(claim.quantities())
                            .extracting(Quantity::agrees)
                            .containsExactly(true, false, false, true);
                });
    }

    @Test
    void a_claim_without_training_is_reproduced_exactly_if_all_its_numbers_agree() {
        assertThat(asInThePaper.records())
                .filteredOn(claim -> claim.kind() == Kind.ARITHMETIC)
                .hasSizeGreaterThanOrEqualTo(12)
                .filteredOn(claim -> claim.verdict() == Verdict.REPRODUCED)
                .allSatisfy(claim -> assertThat(claim.quantities()).isNotEmpty().allMatch(Quantity::agrees));
    }

    /** Only what is printed speaks for the paper. */
    @Test
    void no_claim_calls_a_derived_number_the_papers() {
        assertThat(asInThePaper.records())
                .filteredOn(claim -> claim.kind() == Kind.ARITHMETIC && claim.verdict() == Verdict.REPRODUCED)
                .allSatisfy(claim -> assertThat(claim.reason().split(" in the paper", -1))
                        .hasSize(1
                                + (int) claim.quantities().stream()
                                        .filter(quantity -> quantity.origin() == Origin.PRINTED)
                                        .count()));
    }

    @Test
    void the_numbers_of_the_paper_need_its_scale_and_its_data() throws IOException {
        assertThat(new ClaimsKit(results, SimulatedErrors.asInTable6())
                        .costly()
                        .run(allFolders())
                        .records())
                .filteredOn(claim -> claim.id().matches(NUMERIC))
                .hasSize(7)
                .allSatisfy(claim -> {
                    assertThat(claim.verdict()).isEqualTo(Verdict.NOT_TESTED);
                    assertThat(claim.reason()).startsWith("Scale quick on simulated cannot speak about the ");
                });
    }

    @Test
    void the_numbers_of_the_paper_are_reproduced_by_errors_like_them() {
        assertThat(runTable6(SimulatedErrors.asInTable6())).hasSize(7).allSatisfy(claim -> {
            assertThat(claim.verdict()).as(claim.reason()).isEqualTo(Verdict.REPRODUCED);
            assertThat(judged(claim).control().decision().verdict()).isEqualTo(Verdict.REFUTED);
        });
        EvidenceStore evidence = new EvidenceStore(results);
        evidence.recompute(evidence.readSession(), evidence.readClaims());
    }

    @Test
    void the_numbers_of_the_paper_are_refuted_by_others() {
        assertThat(runTable6(SimulatedErrors.worseThanInTable6()))
                .extracting(ClaimRecord::verdict)
                .containsOnly(Verdict.REFUTED);
    }

    @Test
    void every_statistical_claim_is_guarded() {
        assertThat(statistical(asInThePaper)).isNotEmpty().allSatisfy(claim -> {
            assertThat(claim.guards()).isEqualTo(claim.kind() == Kind.INITIAL ? List.of() : SessionControls.IDS);
            if (judged(claim).control() != null) {
                assertThat(judged(claim).control().decision().verdict())
                        .as(claim.id())
                        .isNotEqualTo(Verdict.REPRODUCED);
            }
        });
        assertThat(new EvidenceStore(resultsAsInThePaper).readSession().controls())
                .extracting(SessionControl::id, SessionControl::held)
                .containsExactly(tuple("session.null-contrasts", true), tuple("session.positive-control", true));
    }

    /** Where all networks are alike, every likeness is found, also the one that a control looks for in vain. */
    @Test
    void every_claim_of_a_likeness_has_a_control_that_can_fail() throws IOException {
        Finished alike = run(SimulatedErrors.withoutAnyEffect());

        assertThat(statistical(alike))
                .filteredOn(claim -> Set.of(Relation.NOT_HIGHER, Relation.EQUIVALENT)
                        .contains(judged(claim).decision().hypothesis().relation()))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(claim -> {
                    assertThat(judged(claim).control().decision().verdict()).isEqualTo(Verdict.REPRODUCED);
                    assertThat(claim.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                });
        // The control of the three smaller networks has 56 layers, so it is set beside the number of another depth.
        assertThat(runTable6(SimulatedErrors.asInTable6WithoutAnyEffect()))
                .filteredOn(claim -> claim.id().matches("table6.resnet-(56-test-error|110-.*)"))
                .hasSize(3)
                .extracting(claim -> judged(claim).control().decision().verdict())
                .containsOnly(Verdict.REPRODUCED);
    }

    @Test
    void what_networks_show_without_training_is_not_taken_for_an_effect_of_it() {
        assertThat(new ClaimsKit(results, SimulatedErrors.asInThePaperFromTheStart())
                        .run(Stream.of("figure7", "later", "notes", "section3_1", "section4_1", "table5")
                                .map(DiscoverySelectors::selectPackage)
                                .toList())
                        .records())
                .filteredOn(claim -> WITHOUT_TRAINING.contains(claim.id()))
                .hasSameSizeAs(WITHOUT_TRAINING)
                .allSatisfy(claim -> {
                    assertThat(judged(claim).control().decision().verdict())
                            .as(claim.id())
                            .isEqualTo(Verdict.REPRODUCED);
                    assertThat(claim.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                });
        EvidenceStore evidence = new EvidenceStore(results);
        evidence.recompute(evidence.readSession(), evidence.readClaims());
    }

    @Test
    void multipliers_are_not_thanked_where_networks_train_without_them() {
        assertThat(new ClaimsKit(results, SimulatedErrors.withoutAnyEffect())
                        .run(List.of(DiscoverySelectors.selectPackage("later")))
                        .records())
                .filteredOn(claim -> claim.id().equals("later.skip-init"))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(judged(claim).decision().verdict()).isEqualTo(Verdict.REPRODUCED);
                    assertThat(judged(claim).control().decision().verdict()).isEqualTo(Verdict.REPRODUCED);
                    assertThat(claim.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                });
    }

    @Test
    void claims_on_other_blocks_fall_where_shortcuts_do_nothing() {
        Map<String, ClaimRecord> claims = new ClaimsKit(results, SimulatedErrors.withUselessShortcuts())
                        .run(List.of(
                                DiscoverySelectors.selectPackage("section3_2"),
                                DiscoverySelectors.selectPackage("section4_1")))
                        .records()
                        .stream()
                        .collect(Collectors.toMap(ClaimRecord::id, Function.identity()));

        assertThat(claims.get("sec3.2.two-or-three-layers").verdict()).isIn(Verdict.INCONCLUSIVE, Verdict.REFUTED);
        // The paper would be right, if blocks of two layers did not show that nothing can be seen here.
        ClaimRecord singleLayers = claims.get("sec3.2.single-layer-functions-show-no-advantage");
        assertThat(judged(singleLayers).decision().verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(singleLayers.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        // Plain networks have none that could be cut.
        assertThat(claims.get("sec4.1.bottleneck-plain-degrades").verdict()).isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void a_bias_between_seeds_is_found_by_the_null_contrasts() throws IOException {
        run(SimulatedErrors.withABiasBetweenSeeds());

        assertThat(new EvidenceStore(results).readSession().controls())
                .extracting(SessionControl::id, SessionControl::held)
                .containsExactly(tuple("session.null-contrasts", false), tuple("session.positive-control", true));
    }

    @Test
    void a_session_that_sees_no_effect_of_training_fails_its_positive_control() throws IOException {
        run(SimulatedErrors.thatNeedNoTraining());

        assertThat(new EvidenceStore(results).readSession().controls())
                .extracting(SessionControl::id, SessionControl::held)
                .containsExactly(tuple("session.null-contrasts", true), tuple("session.positive-control", false));
    }

    @Test
    void every_statistical_claim_is_refuted_on_errors_contrary_to_those_of_the_paper() throws IOException {
        assertThat(statistical(run(SimulatedErrors.contraryToThePaper())))
                .filteredOn(claim -> claim.expected() == null)
                // Not their verdicts: a likeness is found between the networks of a control here, which takes those
                // away.
                .extracting(claim -> judged(claim).decision().verdict())
                .containsOnly(Verdict.REFUTED);
    }

    @Test
    void no_two_runs_of_an_arm_share_a_seed() throws IOException {
        assertThat(statistical(run(SimulatedErrors.withoutAnyEffect())))
                .flatExtracting(ClaimRecord::arms)
                .allSatisfy(arm ->
                        assertThat(arm.runs()).extracting(run -> run.seed()).doesNotHaveDuplicates());
    }

    @Test
    void the_report_holds_all_that_decided_each_statistical_claim() throws IOException {
        EvidenceStore evidence = new EvidenceStore(resultsAsInThePaper);

        Report.render(evidence);

        JsonNode claims =
                new ObjectMapper().readTree(evidence.reportJson().toFile()).get("claims");
        assertThat(claims)
                .filteredOn(claim -> claim.get("metric").isTextual())
                .hasSizeGreaterThanOrEqualTo(7)
                .allSatisfy(claim -> {
                    assertThat(claim.at("/hypothesis/words").asText()).isNotEmpty();
                    assertThat(claim.at("/hypothesis/looks")).isNotEmpty();
                    assertThat(claim.at("/looks")).isNotEmpty().allSatisfy(look -> {
                        assertThat(look.get("seeds").isInt()).isTrue();
                        assertThat(look.get("statistic").isNumber()).isTrue();
                        assertThat(look.get("boundary").isNumber()).isTrue();
                    });
                    assertThat(claim.get("adjustedPValue").isNumber()).isTrue();
                    assertThat(claim.get("probabilityOfSuperiority").isNumber()).isTrue();
                });
    }

    private List<ClaimRecord> runTable6(SimulatedExecutor executor) {
        return atThePapers(executor, "table6").stream()
                .filter(claim -> claim.id().matches(NUMERIC))
                .toList();
    }

    /** Under the conditions of the paper, costly ones too. */
    private List<ClaimRecord> atThePapers(SimulatedExecutor executor, String place) {
        return new ClaimsKit(results, executor)
                .at(Scale.PAPER)
                .on("cifar-10")
                .costly()
                .run(List.of(DiscoverySelectors.selectPackage(place)))
                .records();
    }

    private static List<ClaimRecord> statistical(Finished finished) {
        return finished.records().stream()
                .filter(claim -> claim.judged().isPresent())
                .toList();
    }

    private Finished run(SimulatedExecutor executor) throws IOException {
        return new ClaimsKit(results, executor).run(allFolders());
    }

    private static List<? extends DiscoverySelector> allFolders() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("reproductions"))) {
            return folders.map(folder -> DiscoverySelectors.selectPackage(
                            folder.getFileName().toString()))
                    .toList();
        }
    }

    private static ClaimState.Judged judged(ClaimRecord claim) {
        return claim.judged().orElseThrow();
    }
}
