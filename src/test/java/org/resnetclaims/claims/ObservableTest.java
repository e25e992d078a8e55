package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.claims.judging.Reduction;
import org.resnetclaims.claims.judging.SessionControls;
import org.resnetclaims.claims.session.ClaimsKit;
import org.resnetclaims.claims.session.ClaimsKit.Finished;
import org.resnetclaims.claims.session.Reproduction;
import org.resnetclaims.claims.session.SimulatedErrors;
import org.resnetclaims.data.Split;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Observed;
import org.resnetclaims.evidence.Source;
import org.resnetclaims.examinations.GradientNorms;
import org.resnetclaims.laboratory.ForwardingExecutor;
import org.resnetclaims.laboratory.RunExecutor;
import org.resnetclaims.laboratory.SimulatedExecutor;
import org.resnetclaims.report.Report;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Specimen.Stage;
import org.resnetclaims.training.TrainedRun;

/** Claims that are judged by other numbers than errors. */
class ObservableTest {

    private static final Examination NORMS = new GradientNorms(Split.TRAINING);

    @TempDir
    private Path results;

    static class ExaminedCase {
        @Claim(id = "examined", kind = Kind.EXAMINED, source = "Section 4.1", statement = "Gradients grow with depth")
        void gradients_grow(Experiment experiment) {
            assertThat(experiment.train(plain(56))).on(slope(Stage.TRAINED)).isHigherThan(experiment.train(plain(20)));
        }
    }

    static class InitialCase {
        @Claim(id = "initial", kind = Kind.INITIAL, source = "Section 4.1", statement = "Gradients grow with depth")
        void gradients_grow(Experiment experiment) {
            assertThat(experiment.train(plain(56))).on(slope(Stage.INITIAL)).isHigherThan(experiment.train(plain(20)));
        }
    }

    static class WrongKindCase {
        @Claim(id = "wrong-kind", source = "Section 4.1", statement = "Gradients grow with depth")
        void gradients_grow(Experiment experiment) {
            assertThat(experiment.train(plain(56))).on(slope(Stage.TRAINED)).isHigherThan(experiment.train(plain(20)));
        }
    }

    static class IterationsCase {
        @Claim(id = "iterations", source = "Fig. 6", statement = "Deep plain networks learn more slowly")
        void deep_networks_learn_more_slowly(Experiment experiment) {
            assertThat(experiment.train(plain(56)))
                    .on(Observable.firstIterationBelow(20))
                    .isHigherThan(experiment.train(plain(20)));
        }
    }

    static class OtherUnitCase {
        @Claim(id = "other-unit", source = "Table 6", statement = "Iterations are percent", from = Scale.QUICK)
        void iterations_are_percent(Experiment experiment) {
            assertThat(experiment.train(plain(20)))
                    .on(Observable.firstIterationBelow(20))
                    .agreesWithPaper("table6.resnet-56.test-error", 1, "no reason");
        }
    }

    private static Observable slope(Stage stage) {
        return Observable.ofFindings(
                "slope of log gradient norms",
                "",
                Direction.NEITHER_IS_BETTER,
                stage,
                NORMS,
                Reduction.slopeOfLog(GradientNorms.NORM));
    }

    @Test
    void trained_networks_are_judged_by_what_an_examination_finds() throws IOException {
        ClaimRecord claim = run(ExaminedCase.class, new Gradients(SimulatedErrors.asInThePaper()))
                .record();

        assertThat(claim.verdict()).as(claim.reason()).isEqualTo(Verdict.REPRODUCED);
        assertThat(claim.reason()).startsWith("The difference is 0.18 (90 % interval ");
        assertThat(claim.observable().orElseThrow().source())
                .isEqualTo(new Source.Examined(
                        Stage.TRAINED, "GradientNorms[split=TRAINING]", "slope of log norm over the rows"));
        assertThat(claim.arms()).allSatisfy(arm -> {
            assertThat(arm.runs()).hasSize(3);
            assertThat(arm.numbers()).extracting(Observed::seed).containsExactly(1000L, 1001L, 1002L);
        });
        assertThat(claim.guards()).isEqualTo(SessionControls.IDS);
        Report.render(evidence());
        assertThat(Files.readString(evidence().reportHtml())).contains("slope of log gradient norms");
    }

    @Test
    void networks_before_their_training_are_judged_without_any() {
        SimulatedExecutor errors = SimulatedErrors.asInThePaper();
        Finished finished = run(InitialCase.class, new Gradients(errors));

        ClaimRecord claim = finished.record();
        assertThat(finished.status()).isEqualTo(SUCCESSFUL);
        assertThat(claim.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(claim.arms()).allSatisfy(arm -> {
            assertThat(arm.runs()).isEmpty();
            assertThat(arm.seeds()).containsExactly(1000L, 1001L, 1002L);
        });
        assertThat(claim.guards()).isEmpty();
        assertThat(errors.trained()).isEmpty();
        Report.render(evidence());
    }

    @Test
    void a_number_that_was_altered_in_the_record_is_noticed() throws IOException {
        ClaimRecord claim = run(ExaminedCase.class, new Gradients(SimulatedErrors.asInThePaper()))
                .record();
        Path file = results.resolve("claims/examined.json");
        Observed number = claim.arms().get(0).numbers().get(0);
        Files.writeString(file, Files.readString(file).replaceFirst(Double.toString(number.value()), "0.9"));

        assertThatThrownBy(() -> Report.render(evidence()))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("examined.json contradicts itself: ");
    }

    @Test
    void a_claim_is_of_the_kind_that_its_numbers_are() {
        Finished finished = run(WrongKindCase.class, new Gradients(SimulatedErrors.asInThePaper()));

        assertThat(finished.message())
                .isEqualTo(
                        "Claim wrong-kind is declared TRAINED, but what it compares makes it EXAMINED: declare its kind");
    }

    @Test
    void a_run_without_the_number_leaves_the_claim_inconclusive() {
        // Plain networks of 56 layers never come below 20 % here, those of 20 at the first point of their curves.
        double first = 0.2 * Reproduction.WHOLE;
        Finished finished = run(IterationsCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.status()).isEqualTo(ABORTED);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(finished.record().reason())
                .isEqualTo(
                        "The first iteration below 20.0 % training error of plain-56 with seed 1000 is NaN, so that the claim cannot be decided");
        assertThat(finished.record().arms())
                .flatExtracting(
                        arm -> arm.numbers().stream().map(Observed::value).toList())
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, first, first, first);
        Report.render(evidence());
    }

    @Test
    void in_strict_mode_the_test_of_such_a_claim_fails() {
        Finished finished =
                new ClaimsKit(results, SimulatedErrors.asInThePaper()).strict().run(IterationsCase.class);

        assertThat(finished.status()).isEqualTo(FAILED);
        assertThat(finished.record().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_run_that_diverged_has_nothing_to_examine() {
        ClaimRecord claim = run(ExaminedCase.class, new Diverging(new Gradients(SimulatedErrors.asInThePaper()), 1001))
                .record();

        assertThat(claim.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(claim.reason())
                .isEqualTo(
                        "The slope of log gradient norms of plain-56 with seed 1001 is NaN, since its training diverged, so that the claim cannot be decided");
    }

    @Test
    void a_number_of_the_paper_in_another_unit_is_refused() {
        Finished finished = run(OtherUnitCase.class, SimulatedErrors.asInThePaper());

        assertThat(finished.message())
                .isEqualTo(
                        "The first iteration below 20.0 % training error is measured in \"iterations\", but the number of Table 6 is in \"%\"");
    }

    @Test
    void iterations_are_known_no_better_than_the_points_of_the_curve() {
        // All runs come below 20 % at the one point of their curves, so that none differs from the others.
        SimulatedExecutor alike = new SimulatedExecutor(
                run -> 10 + run.seed() % 7 + run.network().cost().depth() / 100.0);

        ClaimRecord claim = run(IterationsCase.class, alike).record();

        assertThat(claim.verdict()).as(claim.reason()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(claim.judged().orElseThrow().decision().looks()).last().satisfies(look -> {
            assertThat(look.seeds()).isEqualTo(12);
            assertThat(look.statistic()).isZero();
        });
        Report.render(evidence());
    }

    private Finished run(Class<?> claims, RunExecutor executor) {
        return new ClaimsKit(results, executor).run(claims);
    }

    private EvidenceStore evidence() {
        return new EvidenceStore(results);
    }

    /** Norms that grow from layer to layer, the faster the deeper the network is. */
    private record Gradients(RunExecutor executor) implements ForwardingExecutor {

        @Override
        public Findings examine(Examination examination, List<Examiner.Subject> subjects) {
            Run run = subjects.get(0).run();
            double slope = 0.005 * run.network().cost().depth() + 0.001 * (run.seed() % 3);
            return new Findings(List.of("first", "second"), Map.of(GradientNorms.NORM, List.of(1.0, Math.exp(slope))));
        }
    }

    /** The runs of a seed diverge. */
    private record Diverging(RunExecutor executor, long seed) implements ForwardingExecutor {

        @Override
        public TrainedRun train(Run run, Checkpoints checkpoints, IntConsumer progress) {
            TrainedRun trained = executor.train(run, checkpoints, progress);
            RunOutcome outcome = trained.outcome();
            return run.seed() != seed
                    ? trained
                    : new TrainedRun(
                            new RunOutcome(
                                    outcome.run(),
                                    outcome.seed(),
                                    true,
                                    90,
                                    90,
                                    outcome.testMistakes(),
                                    outcome.curve(),
                                    outcome.seconds()),
                            trained.parameters());
        }
    }
}
