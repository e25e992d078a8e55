package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.claims.judging.Reduction;
import org.resnetclaims.claims.session.ClaimsKit;
import org.resnetclaims.claims.session.ClaimsKit.Finished;
import org.resnetclaims.data.Split;
import org.resnetclaims.evidence.ClaimState;
import org.resnetclaims.evidence.ControlRecord;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.examinations.LayerSignals;
import org.resnetclaims.laboratory.SimulatedExecutor;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.Examiner.Subject;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Specimen;

/** Claims on trained networks that are controlled by the same networks before their training. */
class ControlBeforeTrainingTest {

    private static final String NUMBER = "number";

    @TempDir
    private Path results;

    static class WeakerCase {
        @Claim(id = "weaker", kind = Kind.EXAMINED, source = "Fig. 7", statement = "Training makes one weaker")
        void responds_more_weakly(Experiment experiment) {
            controlled(experiment, observable("", Specimen.Stage.INITIAL));
        }
    }

    static class TrainedCase {
        @Claim(id = "trained", kind = Kind.EXAMINED, source = "Fig. 7", statement = "Training makes one weaker")
        void is_controlled_by_trained_networks(Experiment experiment) {
            controlled(experiment, observable("", Specimen.Stage.TRAINED));
        }
    }

    static class UnitCase {
        @Claim(id = "unit", kind = Kind.EXAMINED, source = "Fig. 7", statement = "Training makes one weaker")
        void is_controlled_by_another_unit(Experiment experiment) {
            controlled(experiment, observable("nats", Specimen.Stage.INITIAL));
        }
    }

    private static void controlled(Experiment experiment, Observable control) {
        Arm plain20 = experiment.train(plain(20));
        Arm resNet20 = experiment.train(residual(20));
        experiment.controlBeforeTraining("before training", List.of(control), resNet20, plain20);

        assertThat(resNet20).on(observable("", Specimen.Stage.TRAINED)).isLowerThan(plain20);
    }

    private static Observable observable(String unit, Specimen.Stage stage) {
        return Observable.ofFindings(
                "number " + stage,
                unit,
                Direction.NEITHER_IS_BETTER,
                stage,
                new LayerSignals(Split.TRAINING),
                Reduction.of(NUMBER));
    }

    @Test
    void it_takes_the_arms_of_the_claim_and_more_seeds_since_it_trains_nothing() {
        SimulatedExecutor executor =
                finding((subject, noise) -> isInitial(subject) ? noise : lowerWithShortcuts(subject));

        ControlRecord control = control(run(WeakerCase.class, executor), Verdict.REPRODUCED);

        assertThat(control.decision().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(control.decision().looks()).singleElement().satisfies(look -> assertThat(look.seeds())
                .isEqualTo(8));
        assertThat(control.arms()).allSatisfy(arm -> assertThat(arm.runs()).isEmpty());
        // Of the other arm the positive control of the session trains more.
        assertThat(executor.trained())
                .filteredOn(run -> run.network().name().equals("plain-20"))
                .hasSize(3);
    }

    @Test
    void what_is_there_before_training_takes_the_verdict() {
        assertThat(control(
                                run(WeakerCase.class, finding((subject, noise) -> lowerWithShortcuts(subject))),
                                Verdict.INCONCLUSIVE)
                        .decision()
                        .verdict())
                .isEqualTo(Verdict.REPRODUCED);
    }

    /** As the share of something may be 0 in all networks. */
    @Test
    void arms_may_have_the_same_number_on_all_seeds() {
        assertThat(control(
                                run(
                                        WeakerCase.class,
                                        finding((subject, noise) ->
                                                isInitial(subject) ? 0 : lowerWithShortcuts(subject))),
                                Verdict.REPRODUCED)
                        .decision()
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void arms_with_the_same_numbers_that_vary_are_one_network() {
        assertThat(run(
                                WeakerCase.class,
                                finding((subject, noise) ->
                                        isInitial(subject) ? subject.run().seed() : lowerWithShortcuts(subject)))
                        .message())
                .contains("one and the same network for both");
    }

    @Test
    void an_observable_that_needs_training_or_has_another_unit_is_refused() {
        SimulatedExecutor executor = finding((subject, noise) -> noise);

        Finished trained = run(TrainedCase.class, executor);
        assertThat(trained.status()).isEqualTo(FAILED);
        assertThat(trained.message())
                .isEqualTo(
                        "[number TRAINED] are not all measured before training: give observables of Specimen.Stage.INITIAL");
        assertThat(run(UnitCase.class, executor).message())
                .isEqualTo("[number INITIAL] cannot stand in for [number TRAINED]: take as many, in one unit");
        assertThat(executor.trained()).isEmpty();
    }

    private Finished run(Class<?> claim, SimulatedExecutor executor) {
        return new ClaimsKit(results, executor).run(claim);
    }

    private ControlRecord control(Finished finished, Verdict verdict) {
        assertThat(finished.record().verdict()).isEqualTo(verdict);
        EvidenceStore evidence = new EvidenceStore(results);
        evidence.recompute(evidence.readSession(), evidence.readClaims());
        return ((ClaimState.Judged) finished.record().state()).control();
    }

    private static SimulatedExecutor finding(ToDoubleBiFunction<Subject, Double> number) {
        return new SimulatedExecutor(
                        run -> 10 + run.seed() % 3 + run.network().name().length())
                .finding((examination, subjects) -> {
                    Subject subject = subjects.get(0);
                    double noise = new SplittableRandom(subject.run().identity().hashCode()).nextDouble();
                    return Findings.of(NUMBER, number.applyAsDouble(subject, noise));
                });
    }

    private static double lowerWithShortcuts(Subject subject) {
        return (subject.run().network().name().startsWith("ResNet") ? 1 : 2)
                + 0.01 * (subject.run().seed() % 3);
    }

    private static boolean isInitial(Subject subject) {
        return subject.trained() == null;
    }
}
