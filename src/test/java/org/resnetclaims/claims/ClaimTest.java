package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.claims.judging.SessionControls;
import org.resnetclaims.claims.session.ClaimsKit;
import org.resnetclaims.claims.session.ClaimsKit.Finished;
import org.resnetclaims.claims.session.SimulatedErrors;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ClaimState;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.ObservableRecord;
import org.resnetclaims.laboratory.SimulatedExecutor;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.report.Report;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;

/** Each verdict has its JUnit outcome, and every claim leaves a record, whatever becomes of it. */
class ClaimTest {

    @TempDir
    private Path results;

    static class DegradationCase {
        @Claim(id = "degradation", source = "Fig. 1", statement = "Deeper plain networks train worse")
        void deeper_plain_network_trains_worse(Experiment experiment) {
            Arm plain20 = experiment.train(plain(20));
            Arm plain56 = experiment.train(plain(56));

            assertThat(plain56).as("deep plain network").trainingError().isHigherThan(plain20);
        }
    }

    static class ReversedCase {
        @Claim(id = "reversed", source = "nowhere", statement = "Deeper plain networks test better")
        void deeper_plain_network_tests_better(Experiment experiment) {
            Arm plain20 = experiment.train(plain(20));
            Arm plain56 = experiment.train(plain(56));

            assertThat(plain56).as("deep plain network").testError().isLowerThan(plain20);
        }
    }

    static class SabotagedCase {
        @Claim(id = "cure", source = "Fig. 6", statement = "Residual networks train better")
        void residual_network_trains_better(Experiment experiment) {
            Arm plain56 = experiment.train(plain(56));
            Arm residual56 = experiment.train(residual(56).withoutShortcuts());

            assertThat(residual56).trainingError().isLowerThan(plain56);
        }
    }

    static class NonInferiorityCase {
        @Claim(id = "no-worse", source = "Fig. 6", statement = "A deeper residual network trains no worse")
        void deeper_residual_network_trains_no_worse(Experiment experiment) {
            Arm residual20 = experiment.train(residual(20));
            Arm residual56 = experiment.train(residual(56));
            experiment.control("without shortcuts", experiment.train(plain(56)), experiment.train(plain(20)));

            assertThat(residual56).trainingError().isNotHigherThan(residual20, 5);
        }
    }

    static class UnassertedCase {
        @Claim(
                id = "unasserted",
                kind = Kind.ARITHMETIC,
                source = "Table 1",
                statement = "ResNet-50 takes 3.8 billion multiply-adds")
        void measures_but_does_not_assert(Experiment experiment) {
            experiment.measure("table1.resnet-50.multiply-adds", 4.1);
        }
    }

    @Test
    void a_claim_that_lets_a_wrong_number_pass_fails() {
        Finished finished = run(UnassertedCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(finished.record().reason()).contains("measures a number that does not agree");
    }

    @Test
    void a_reproduced_claim_passes() {
        Finished finished = run(DegradationCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(SUCCESSFUL);
        ClaimRecord record = finished.record();
        assertThat(record.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(record.id()).isEqualTo("degradation");
        assertThat(record.place()).isEqualTo("claims");
        assertThat(record.observable()).contains(ObservableRecord.TRAINING_ERROR);
        assertThat(record.kind()).isEqualTo(Kind.TRAINED);
        assertThat(judged(record).hypothesis())
                .startsWith("The mean training error of plain-56 is higher than that of plain-20");
        assertThat(judged(record).decision().difference()).isPositive();
        assertThat(record.arms()).extracting(ArmRecord::name).containsExactly("plain-56", "plain-20");
        assertThat(record.arms().get(0).runs()).extracting(RunOutcome::seed).containsExactly(1000L, 1001L, 1002L);
        assertThat(judged(record).control()).isNull();
        assertThat(record.guards()).isEqualTo(SessionControls.IDS);
    }

    @Test
    void a_claim_of_no_more_than_a_margin_passes() {
        Finished finished = run(NonInferiorityCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(SUCCESSFUL);
        assertThat(judged(finished.record()).control().decision().verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void a_refuted_claim_fails_with_the_numbers() {
        Finished finished = run(ReversedCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.thrown()).isInstanceOf(AssertionError.class);
        assertThat(finished.message())
                .startsWith("[deep plain network]")
                .contains("REFUTED: The difference is")
                .containsPattern("plain-56: mean test error 3\\d\\.\\d\\d % \\(.*\\) on seeds 1000, 1001, 1002");
        assertThat(finished.record().verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void an_inconclusive_claim_is_aborted() {
        Finished finished = run(DegradationCase.class, SimulatedErrors.withoutAnyEffect());

        assertThat(finished.status()).isEqualTo(ABORTED);
        assertThat(finished.message()).startsWith("[deep plain network]").contains("INCONCLUSIVE: ");
        assertThat(finished.record().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(finished.record().arms().get(0).runs()).hasSize(12);
    }

    @Test
    void an_inconclusive_claim_fails_where_the_user_is_strict() {
        Finished finished = kit(SimulatedErrors.withoutAnyEffect()).strict().run(DegradationCase.class);

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_claim_about_shortcuts_is_not_reproduced_without_them() {
        Finished finished = run(SabotagedCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isNotEqualTo(SUCCESSFUL);
        assertThat(finished.record().verdict()).isNotEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void a_control_that_is_reproduced_fails_the_claim_and_takes_its_verdict() {
        Finished finished = run(NonInferiorityCase.class, SimulatedErrors.withoutAnyEffect());

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.message())
                .contains(
                        "Untrustworthy: the negative control (without shortcuts), where the cause is absent, came out REPRODUCED")
                .contains("ResNet-20: mean training error");
        assertThat(finished.record().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged(finished.record()).decision().verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(judged(finished.record()).control().decision().verdict()).isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void a_tiny_effect_ends_inconclusive() {
        Finished finished = run(DegradationCase.class, SimulatedErrors.withATinyEffect());

        assertThat(finished.status()).isEqualTo(ABORTED);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged(finished.record()).decision().looks()).hasSameSizeAs(Hypothesis.LOOKS);
    }

    @Test
    void a_control_that_is_reproduced_marks_its_claim_in_the_report() throws IOException {
        ClaimsKit kit = kit(SimulatedErrors.withoutAnyEffect());
        kit.run(NonInferiorityCase.class);

        Report.render(kit.evidence());

        JsonNode claim = new ObjectMapper()
                .readTree(kit.evidence().reportJson().toFile())
                .at("/claims/0");
        assertThat(claim.get("standing").asText()).isEqualTo("UNTRUSTWORTHY");
        assertThat(claim.get("verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(claim.at("/negativeControl/verdict").asText()).isEqualTo("REPRODUCED");
        assertThat(Files.readString(kit.evidence().reportHtml()))
                .contains("Untrustworthy: the negative control (without shortcuts)");
    }

    @Test
    void networks_that_all_diverge_show_nothing() {
        assertThat(run(DegradationCase.class, SimulatedErrors.allDiverged())
                        .record()
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run(NonInferiorityCase.class, SimulatedErrors.allDiverged())
                        .record()
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void arms_that_are_equal_to_the_bit_are_named_at_the_first_look() {
        SimulatedExecutor executor = new SimulatedExecutor(run -> 20 + run.seed() % 5);
        Finished finished = run(DegradationCase.class, executor);

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.message())
                .isEqualTo(
                        "The runs of plain-56 and plain-20 are equal to the bit for each of the 3 seeds, so the engine trains one and the same network for both");
        assertThat(finished.record().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(executor.trained()).hasSize(6);
    }

    @Test
    void an_error_that_is_no_number_crashes_the_claim() {
        Finished finished = run(DegradationCase.class, new SimulatedExecutor(run -> Double.NaN));

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(finished.record().reason()).contains("an error lies between 0 and 100 %, not at NaN");
    }

    static class SameRunsCase {
        @Claim(id = "same-runs", source = "nowhere", statement = "A claim whose control cannot fail")
        void controls_with_the_same_runs(Experiment experiment) {
            Arm plain20 = experiment.train(plain(20));
            experiment.control("equal depth", experiment.train(plain(20)), plain20);

            assertThat(experiment.train(plain(56))).trainingError().isHigherThan(plain20);
        }
    }

    @Test
    void a_control_of_runs_against_themselves_is_refused() {
        SimulatedExecutor executor = SimulatedErrors.asInThePaper();
        Finished finished = run(SameRunsCase.class, executor);

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.message())
                .isEqualTo(
                        "plain-20 is compared with itself, run by run, which shows nothing: compare it with another network");
        assertThat(executor.trained()).isEmpty();
    }

    static class SwallowingCase {
        @Claim(id = "swallowing", source = "nowhere", statement = "A claim that hides its failure")
        void hides_its_failure(Experiment experiment) {
            Arm plain20 = experiment.train(plain(20));

            try {
                assertThat(experiment.train(plain(56))).trainingError().isLowerThan(plain20);
            } catch (AssertionError e) {
                // as a soft assertion would
            }
        }
    }

    @Test
    void a_claim_that_catches_its_failure_does_not_pass() {
        Finished finished = run(SwallowingCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.message()).isEqualTo("Claim swallowing catches what its assertion throws: let it through");
        assertThat(finished.record().verdict()).isNotEqualTo(Verdict.REPRODUCED);
    }

    static class NumericCase {
        @Claim(id = "numeric", source = "Table 6", statement = "ResNet-110 has a test error of 6.61 %")
        void agrees(Experiment experiment) {
            experiment.control("shortcuts cut", experiment.train(plain(110)));

            assertThat(experiment.train(residual(110)))
                    .testError()
                    .agreesWithPaper("table6.resnet-110.mean-test-error", 0.3, "a test says so");
        }
    }

    @Test
    void a_number_that_the_paper_gives_is_met_within_a_margin() {
        Finished finished =
                kit(SimulatedErrors.asInTable6()).at(Scale.PAPER).on("cifar-10").run(NumericCase.class);

        assertThat(finished.status()).isEqualTo(SUCCESSFUL);
        assertThat(judged(finished.record()).hypothesis())
                .startsWith(
                        "The mean test error of ResNet-110 differs from the 6.61 % of Table 6, the mean of 5 runs by less than 0.3 points. Judged by one-sided t tests")
                .endsWith("The margin: a test says so.");
        assertThat(finished.record().arms()).extracting(ArmRecord::name).containsExactly("ResNet-110");
        assertThat(judged(finished.record()).control().arms())
                .extracting(ArmRecord::name)
                .containsExactly("plain-110");
        assertThat(finished.record().quantities()).singleElement().satisfies(quantity -> {
            assertThat(quantity.paper()).isEqualTo(6.61);
            assertThat(quantity.measured()).isBetween(6.33, 6.89);
        });
    }

    @Test
    void a_number_that_is_not_met_fails() {
        Finished finished = kit(SimulatedErrors.worseThanInTable6())
                .at(Scale.PAPER)
                .on("cifar-10")
                .run(NumericCase.class);

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void a_number_is_not_tested_where_the_data_are_others() {
        SimulatedExecutor executor = SimulatedErrors.asInTable6();
        Finished finished = kit(executor).at(Scale.PAPER).on("fashion-mnist").run(NumericCase.class);

        assertThat(finished.status()).isEqualTo(ABORTED);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(finished.record().reason())
                .isEqualTo(
                        "Scale paper on fashion-mnist cannot speak about the 6.61 % of Table 6, the mean of 5 runs, which the paper measures with its own recipe on cifar-10: set -Dscale=paper -Ddataset=cifar-10");
        assertThat(executor.trained()).isEmpty();
    }

    @Test
    void a_number_is_not_tested_on_data_that_nobody_vouches_for() {
        SimulatedExecutor executor = SimulatedErrors.asInTable6();
        Finished finished =
                kit(executor).at(Scale.PAPER).on("cifar-10 (unverified)").run(NumericCase.class);

        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(finished.record().reason())
                .isEqualTo(
                        "Scale paper on cifar-10 (unverified) cannot speak about the 6.61 % of Table 6, the mean of 5 runs, which the paper measures with its own recipe on cifar-10: nothing shows that these are its files, so let \"make datasets\" unpack them as datasets/README.md describes");
        assertThat(executor.trained()).isEmpty();
    }

    static class UnlikeControlCase {
        @Claim(id = "unlike-control", source = "Table 6", statement = "A claim with a control of another kind")
        void has_a_control_of_another_kind(Experiment experiment) {
            experiment.control("shortcuts cut", experiment.train(plain(110)));

            assertThat(experiment.train(plain(56))).trainingError().isHigherThan(experiment.train(plain(20)));
        }
    }

    @Test
    void a_control_of_another_kind_than_its_claim_is_refused() {
        assertThat(run(UnlikeControlCase.class, SimulatedErrors.asInThePaper()).message())
                .isEqualTo("The negative control has 1 of the claim's 2 arms: declare one like the claim");
    }

    static class LateControlCase {
        @Claim(id = "late-control", source = "Fig. 1", statement = "A claim whose control comes too late")
        void declares_its_control_after_its_assertion(Experiment experiment) {
            Arm plain20 = experiment.train(plain(20));
            assertThat(experiment.train(plain(56))).trainingError().isHigherThan(plain20);

            experiment.control("no depth", experiment.train(plain(32)), plain20);
        }
    }

    @Test
    void a_control_that_is_declared_after_the_assertion_is_refused() {
        Finished finished = run(LateControlCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.message()).startsWith("Claim late-control declares a negative control after its assertion");
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
    }

    static class OwnControlCase {
        @Claim(
                id = "own-control",
                source = "Fig. 1",
                statement = "A claim whose control is itself, the other way round")
        void controls_itself_the_other_way_round(Experiment experiment) {
            Arm plain20 = experiment.train(plain(20));
            Arm plain56 = experiment.train(plain(56));
            experiment.control("nothing is absent", plain20, plain56);

            assertThat(plain56).trainingError().isHigherThan(plain20);
        }
    }

    @Test
    void a_control_on_the_arms_of_its_claim_is_refused() {
        Finished finished = run(OwnControlCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.message())
                .isEqualTo("The negative control has the claim's own arms, where the cause is present: declare others");
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
    }

    static class TwoDecisionsCase {
        @Claim(id = "two-decisions", source = "nowhere", statement = "A claim that decides twice")
        void decides_twice(Experiment experiment) {
            Arm plain20 = experiment.train(plain(20));
            Arm plain56 = experiment.train(plain(56));

            assertThat(plain56).trainingError().isHigherThan(plain20);
            assertThat(plain56).testError().isHigherThan(plain20);
        }
    }

    @Test
    void a_second_decision_in_one_claim_is_refused() {
        Finished finished = run(TwoDecisionsCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.message()).startsWith("Claim two-decisions makes a second statistical assertion");
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
    }

    static class NoDecisionCase {
        @Claim(id = "no-decision", source = "nowhere", statement = "A claim that trains for nothing")
        void decides_nothing(Experiment experiment) {
            experiment.train(plain(20));
        }
    }

    @Test
    void a_claim_that_trains_and_decides_nothing_does_not_pass() {
        Finished finished = run(NoDecisionCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.message()).startsWith("Claim no-decision trains networks, but decides nothing");
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
    }

    static class EmptyCase {
        @Claim(id = "empty", source = "nowhere", statement = "A claim that nobody has filled in")
        void holds_whatever_happens() {}
    }

    @Test
    void a_claim_that_nothing_could_refute_does_not_pass() {
        Finished finished = run(EmptyCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.message()).startsWith("Claim empty neither compares arms nor measures a number");
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
    }

    static class ExactCase {
        @Claim(
                id = "exact",
                kind = Kind.ARITHMETIC,
                source = "Table 1",
                statement = "ResNet-50 takes 3.8 billion multiply-adds")
        void agrees(Experiment experiment) {
            assertThat(experiment.measure("table1.resnet-50.multiply-adds", 3.86))
                    .agreesWithPaper();
        }
    }

    static class WrongCase {
        @Claim(
                id = "wrong",
                kind = Kind.ARITHMETIC,
                source = "Table 1",
                statement = "ResNet-50 takes 4.1 billion multiply-adds")
        void disagrees(Experiment experiment) {
            assertThat(experiment.measure("table1.resnet-50.multiply-adds", 4.1))
                    .agreesWithPaper();
        }
    }

    @Test
    void an_exact_claim_passes_and_leaves_its_numbers() {
        Finished finished = run(ExactCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(SUCCESSFUL);
        ClaimRecord record = finished.record();
        assertThat(record.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(record.reason())
                .isEqualTo("Holds without training: table1.resnet-50.multiply-adds is 3.86, 3.8 in the paper.");
        assertThat(record.quantities()).singleElement().satisfies(quantity -> {
            assertThat(quantity.paper()).isEqualTo(3.8);
            assertThat(quantity.measured()).isEqualTo(3.86);
        });
    }

    @Test
    void an_exact_claim_that_does_not_hold_is_refuted() {
        Finished finished = run(WrongCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(finished.record().reason())
                .isEqualTo(
                        "table1.resnet-50.multiply-adds is 4.1 10^9 multiply-adds, but Table 1 prints 3.8: neither rounded nor truncated is it that");
    }

    static class CrashingCase {
        @Claim(id = "crashing", source = "nowhere", statement = "A claim with a bug")
        void crashes() {
            throw new IllegalStateException("a bug");
        }
    }

    @Test
    void a_crashing_claim_fails_and_is_recorded() {
        Finished finished = run(CrashingCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(finished.record().reason()).isEqualTo("Crashed: java.lang.IllegalStateException: a bug");
    }

    @Test
    void a_crashing_run_fails_the_claim_and_leaves_the_runs_that_ended() {
        Finished finished = run(DegradationCase.class, SimulatedErrors.crashingOn("plain-56"));

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.message())
                .isEqualTo(
                        "The run of plain-56 with seed 1000 failed: java.lang.IllegalStateException: the engine broke down");
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(finished.record().arms().get(0).runs()).isEmpty();
    }

    static class AbortedCase {
        @Claim(id = "aborted", source = "nowhere", statement = "A claim with an assumption")
        void assumes() {
            Assumptions.abort("not on this machine");
        }
    }

    @Test
    void a_claim_whose_assumption_fails_is_recorded() {
        Finished finished = run(AbortedCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(ABORTED);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(finished.record().reason()).isEqualTo("not on this machine");
    }

    static class DisabledCase {
        @Disabled("for a reason")
        @Claim(id = "disabled", source = "nowhere", statement = "A claim that is disabled")
        void disabled() {}
    }

    @Disabled("the whole class")
    static class DisabledClassCase {
        @Claim(id = "disabled-class", source = "nowhere", statement = "A claim in a disabled class")
        void disabled() {}
    }

    @Test
    void a_disabled_claim_is_recorded() {
        Finished finished = run(DisabledCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.tests()).isEmpty();
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(finished.record().reason()).isEqualTo("Disabled: for a reason");
    }

    @Test
    void a_claim_of_a_disabled_class_is_recorded() {
        Finished finished = run(DisabledClassCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.record().reason()).isEqualTo("Disabled: the whole class");
    }

    static class FailingClassCase {
        @BeforeAll
        static void fail() {
            throw new IllegalStateException("no beginning");
        }

        @Claim(id = "failing-class", source = "nowhere", statement = "A claim in a failing class")
        void never_started() {}
    }

    @Test
    void a_claim_of_a_failing_class_is_recorded() {
        Finished finished = run(FailingClassCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(finished.record().reason())
                .isEqualTo("Crashed before it could be recorded: java.lang.IllegalStateException: no beginning");
    }

    static class FailingConstructorCase {
        FailingConstructorCase() {
            throw new IllegalStateException("no instance");
        }

        @Claim(id = "failing-constructor", source = "nowhere", statement = "A claim in a class without instances")
        void never_started() {}
    }

    @Test
    void a_claim_of_a_class_that_cannot_be_constructed_is_recorded() {
        Finished finished = run(FailingConstructorCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.record().reason()).contains("no instance");
    }

    static class MalformedIdCase {
        @Claim(id = "../Malformed", source = "nowhere", statement = "A claim with a malformed id")
        void malformed() {}
    }

    static class SameIdCase {
        @Claim(id = "same", kind = Kind.ARITHMETIC, source = "nowhere", statement = "One claim")
        void one(Experiment experiment) {
            assertThat(experiment.measure("table1.resnet-50.multiply-adds", 3.86))
                    .agreesWithPaper();
        }

        @Claim(id = "same", kind = Kind.ARITHMETIC, source = "nowhere", statement = "Another claim")
        void another(Experiment experiment) {
            one(experiment);
        }
    }

    @Test
    void a_malformed_id_is_refused() {
        Finished finished = run(MalformedIdCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.message()).startsWith("The claim id \"../Malformed\" is malformed");
        assertThat(finished.records()).isEmpty();
    }

    @Test
    void the_second_of_two_claims_with_one_id_is_refused() {
        Finished finished = run(SameIdCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.tests().values())
                .extracting(result -> result.getStatus())
                .containsExactlyInAnyOrder(SUCCESSFUL, FAILED);
        assertThat(finished.records()).hasSize(1);
    }

    static class ImageNetCase {
        @Claim(id = "imagenet", source = "Table 2", statement = "A claim about ImageNet networks")
        void needs_image_net(Experiment experiment) {
            experiment.train(ImageNetNetworks.plain(34));
        }
    }

    @Test
    void a_claim_that_the_scale_cannot_test_is_skipped_with_the_reason() {
        Finished finished = kit(SimulatedErrors.asInThePaper()).at(Scale.PAPER).run(ImageNetCase.class);

        assertThat(finished.status()).isEqualTo(ABORTED);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(finished.record().reason()).startsWith("Scale paper cannot train plain-34");
    }

    @Test
    void the_session_is_recorded() {
        ClaimsKit kit = kit(SimulatedErrors.asInThePaper());
        kit.run(ExactCase.class);

        assertThat(kit.evidence().readSession()).satisfies(session -> {
            assertThat(session.scale()).isEqualTo("quick");
            assertThat(session.parallelRuns()).isEqualTo(2);
            assertThat(session.engine().name()).isEqualTo("simulated");
            assertThat(session.environment().cores()).isPositive();
            assertThat(session.environment().libraries())
                    .containsKey("deeplearning4j")
                    .doesNotContainValue("${dl4j.version}");
        });
    }

    @Test
    void the_session_ends_with_the_last_claim() {
        SimulatedExecutor executor = SimulatedErrors.asInThePaper();
        ClaimsKit kit = kit(executor);
        kit.run(DegradationCase.class);
        Run trained = executor.trained().get(0);
        Run another = new Run(trained.network(), trained.data(), trained.recipe(), -1);

        assertThat(kit.laboratory().submit(another)).isCancelled();
    }

    @Test
    void a_claim_without_a_session_fails_with_what_to_do() {
        assertThat(ClaimsKit.runWithoutSession(DegradationCase.class).values())
                .singleElement()
                .satisfies(
                        result -> assertThat(result.getThrowable().orElseThrow())
                                .hasMessage(
                                        "No session was opened for the claims: run them with a launcher that loads its LauncherSessionListeners as services"));
    }

    static class NoClaimCase {
        @Test
        void ordinary_test() {}
    }

    @Test
    void ordinary_tests_open_no_session() {
        ClaimsKit kit = kit(SimulatedErrors.asInThePaper());
        kit.run(NoClaimCase.class);

        assertThat(kit.hasOpenedASession()).isFalse();
    }

    private Finished run(Class<?> claims, SimulatedExecutor executor) {
        return kit(executor).run(claims);
    }

    private ClaimsKit kit(SimulatedExecutor executor) {
        return new ClaimsKit(results, executor);
    }

    private static ClaimState.Judged judged(ClaimRecord claim) {
        return claim.judged().orElseThrow();
    }
}
