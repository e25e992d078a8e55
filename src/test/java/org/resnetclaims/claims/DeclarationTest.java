package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.resnetclaims.claims.session.ClaimsKit;
import org.resnetclaims.claims.session.ClaimsKit.Finished;
import org.resnetclaims.claims.session.SimulatedErrors;
import org.resnetclaims.evidence.ExpectedRefutation;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.laboratory.SimulatedExecutor;
import org.resnetclaims.statistics.Verdict;

/** What the declaration of a claim says of scales and expectations holds, and no claim escapes by how it is written. */
class DeclarationTest {

    @TempDir
    private Path results;

    static class LargerScaleCase {
        @Claim(
                id = "larger-scale",
                source = "Table 2",
                statement = "A claim that needs more images",
                from = Scale.STANDARD,
                pilot = "both ended at 0.0 % on tuning seeds")
        void needs_more(Experiment experiment) {
            assertThat(experiment.train(plain(56))).trainingError().isHigherThan(experiment.train(plain(20)));
        }
    }

    @Test
    void a_claim_is_not_tested_below_its_smallest_scale() {
        Finished finished = run(LargerScaleCase.class, Scale.QUICK);

        assertThat(finished.status()).isEqualTo(ABORTED);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(finished.record().reason())
                .isEqualTo(
                        "Scale quick cannot speak about this claim, the smallest that can is standard: both ended at 0.0 % on tuning seeds");
        assertThat(run(LargerScaleCase.class, Scale.STANDARD).status()).isEqualTo(SUCCESSFUL);
    }

    static class CostlyCase {
        @Claim(
                id = "costly",
                source = "Section 4.2",
                statement = "A claim that takes weeks",
                costly = "a run takes a week")
        void takes_weeks(Experiment experiment) {
            assertThat(experiment.train(plain(56))).trainingError().isHigherThan(experiment.train(plain(20)));
        }
    }

    @Test
    void a_costly_claim_is_judged_on_demand_alone() {
        SimulatedExecutor executor = SimulatedErrors.asInThePaper();

        Finished finished = new ClaimsKit(results, executor).run(CostlyCase.class);

        assertThat(finished.status()).isEqualTo(ABORTED);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(finished.record().reason())
                .isEqualTo("It is judged on demand alone, with -Dcostly=true, since a run takes a week");
        assertThat(executor.trained()).isEmpty();
        assertThat(new ClaimsKit(results, executor)
                        .costly()
                        .run(CostlyCase.class)
                        .status())
                .isEqualTo(SUCCESSFUL);
    }

    static class NoPilotCase {
        @Claim(id = "no-pilot", source = "Table 2", statement = "A claim left out in silence", from = Scale.STANDARD)
        void needs_more(Experiment experiment) {}
    }

    @Test
    void a_claim_cannot_leave_out_a_scale_without_figures() {
        assertThat(run(NoPilotCase.class, Scale.STANDARD).message())
                .isEqualTo(
                        "Claim no-pilot leaves out the scales below standard without a word: give the figures of its pilot");
    }

    static class ExpectedCase {
        @Claim(
                id = "expected",
                source = "nowhere",
                statement = "Residual networks train worse",
                expectedRefuted =
                        @ExpectedRefuted(
                                figures = "8 against 35.6 %",
                                because = "shortcuts help",
                                scales = Scale.QUICK))
        void trains_worse(Experiment experiment) {
            assertThat(experiment.train(residual(56))).trainingError().isHigherThan(experiment.train(plain(56)));
        }
    }

    @Test
    void a_claim_that_is_refuted_as_declared_passes_and_stays_refuted() {
        Finished finished = run(ExpectedCase.class, Scale.QUICK);

        assertThat(finished.status()).isEqualTo(SUCCESSFUL);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(finished.record().expected())
                .isEqualTo(new ExpectedRefutation("8 against 35.6 %", "shortcuts help"));
    }

    @Test
    void a_refutation_that_is_declared_for_another_scale_fails() {
        Finished finished = run(ExpectedCase.class, Scale.STANDARD);

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.record().expected()).isNull();
    }

    @Test
    void a_claim_that_holds_where_it_is_declared_refuted_fails() {
        Finished finished = new ClaimsKit(results, SimulatedErrors.contraryToThePaper()).run(ExpectedCase.class);

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.message())
                .startsWith(
                        "expected is REPRODUCED at scale quick, where it is declared to be REFUTED (The difference is ")
                .endsWith("find out why, and remove the declaration or the mistake");
        assertThat(finished.record().verdict()).isEqualTo(Verdict.REPRODUCED);
    }

    static class ExpectedArithmeticCase {
        @Claim(
                id = "expected-arithmetic",
                kind = Kind.ARITHMETIC,
                source = "Table 1",
                statement = "ResNet-50 takes 3.8 billion multiply-adds",
                expectedRefuted = @ExpectedRefuted(figures = "4.1", because = "counted otherwise"))
        void disagrees(Experiment experiment) {
            assertThat(experiment.measure("table1.resnet-50.multiply-adds", 4.1))
                    .agreesWithPaper();
        }
    }

    @Test
    void arithmetic_can_be_declared_refuted_too() {
        Finished finished = run(ExpectedArithmeticCase.class, Scale.PAPER);

        assertThat(finished.status()).isEqualTo(SUCCESSFUL);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.REFUTED);
    }

    static class WrongKindCase {
        @Claim(id = "wrong-kind", source = "Table 1", statement = "ResNet-50 takes 3.8 billion multiply-adds")
        void measures(Experiment experiment) {
            assertThat(experiment.measure("table1.resnet-50.multiply-adds", 3.86))
                    .agreesWithPaper();
        }
    }

    @Test
    void a_claim_of_another_kind_than_declared_fails() {
        assertThat(run(WrongKindCase.class, Scale.QUICK).message())
                .isEqualTo(
                        "Claim wrong-kind is declared TRAINED, but what it compares makes it ARITHMETIC: declare its kind");
    }

    abstract static class Base {
        @Claim(id = "inherited", source = "Fig. 1", statement = "Deeper plain networks train worse")
        void trains_worse(Experiment experiment) {
            assertThat(experiment.train(plain(56))).trainingError().isHigherThan(experiment.train(plain(20)));
        }
    }

    static class OneHeirCase extends Base {}

    static class OtherHeirCase extends Base {}

    @Test
    void a_claim_that_two_classes_inherit_is_refused() {
        Finished finished = new ClaimsKit(results, SimulatedErrors.asInThePaper())
                .run(List.of(
                        DiscoverySelectors.selectClass(OneHeirCase.class),
                        DiscoverySelectors.selectClass(OtherHeirCase.class)));

        assertThat(finished.tests().values())
                .filteredOn(result -> result.getStatus() == FAILED)
                .singleElement()
                .satisfies(
                        result -> assertThat(result.getThrowable().orElseThrow())
                                .hasMessageMatching(
                                        "Two claims have the id \"inherited\": rename that of .*HeirCase.trains_worse or .*HeirCase.trains_worse"));
    }

    static class RepeatedCase {
        @Claim(id = "repeated", source = "Fig. 1", statement = "Deeper plain networks train worse")
        @RepeatedTest(2)
        void trains_worse(Experiment experiment) {
            assertThat(experiment.train(plain(56))).trainingError().isHigherThan(experiment.train(plain(20)));
        }
    }

    @Test
    void a_claim_that_is_repeated_is_refused_and_has_no_verdict() {
        Finished finished = run(RepeatedCase.class, Scale.QUICK);

        assertThat(finished.tests().values())
                .anySatisfy(result -> assertThat(result.getStatus()).isEqualTo(FAILED));
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(finished.record().reason()).startsWith("Claim repeated runs more than once");
    }

    @Test
    void a_class_outside_all_folders_is_refused() throws ClassNotFoundException {
        Finished finished = run(Class.forName("ClaimWithoutFolder"), Scale.QUICK);

        assertThat(finished.message())
                .isEqualTo(
                        "Claim without-folder is in no folder: move ClaimWithoutFolder.java from reproductions into the folder of its place in the paper, such as reproductions/figure1");
    }

    private Finished run(Class<?> claims, Scale scale) {
        return new ClaimsKit(results, SimulatedErrors.asInThePaper()).at(scale).run(claims);
    }
}
