package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.claims.judging.Reduction;
import org.resnetclaims.claims.session.ClaimsKit;
import org.resnetclaims.claims.session.Reproduction;
import org.resnetclaims.data.Split;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.examinations.BlockGradients;
import org.resnetclaims.examinations.GradientsOnLines;
import org.resnetclaims.examinations.LayerSignals;
import org.resnetclaims.examinations.Neighbours;
import org.resnetclaims.examinations.OnFirstImages;
import org.resnetclaims.examinations.Rescaled;
import org.resnetclaims.laboratory.ForwardingExecutor;
import org.resnetclaims.laboratory.LocalExecutor;
import org.resnetclaims.laboratory.RunExecutor;
import org.resnetclaims.network.Network;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner.Subject;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.Specimen;

/** Claims on networks before their first step, in small, and what becomes of them when their cause is taken away. */
class SabotagedBeginningsTest {

    @TempDir
    private Path results;

    static class NormalisationCase {
        @Claim(id = "near", kind = Kind.INITIAL, source = "Section 3.4", statement = "Outputs stay near")
        void outputs_stay_near(Experiment experiment) {
            assertThat(experiment.train(plain(20)))
                    .on(initial(
                            new OnFirstImages(64, new Rescaled(2, new LayerSignals(Split.TRAINING))),
                            Reduction.largest(LayerSignals.DEVIATION)))
                    .isBelow(2, "one is what normalisation aims at");
        }

        @Claim(id = "touch", kind = Kind.INITIAL, source = "Section 3.4", statement = "Images touch in training")
        void images_touch_each_other_in_training(Experiment experiment) {
            assertThat(experiment.train(plain(20)))
                    .on(initial(new Neighbours(Split.TRAINING), Reduction.of(Neighbours.TRAINING)))
                    .isAbove(1e-5, "the rounding of single precision is far less");
        }
    }

    static class ShortcutsCase {
        @Claim(id = "path", kind = Kind.INITIAL, source = "Section 3.2", statement = "Shortcuts are a direct path")
        void gradients_change_less_with_shortcuts(Experiment experiment) {
            assertThat(experiment.train(residual(20)))
                    .on(initial(
                            new OnFirstImages(64, new BlockGradients(Split.TRAINING)),
                            Reduction.change(BlockGradients.NORM)))
                    .isLowerThan(experiment.train(plain(20)));
        }

        @Claim(id = "whole", kind = Kind.INITIAL, source = "arXiv 1702.08591", statement = "Gradients stay whole")
        void gradients_stay_whole_with_shortcuts(Experiment experiment) {
            assertThat(experiment.train(residual(20)))
                    .on(initial(
                            new GradientsOnLines(Split.TRAINING, 2, 64),
                            Reduction.of(GradientsOnLines.AUTOCORRELATION)))
                    .isHigherThan(experiment.train(plain(20)));
        }
    }

    private static Observable initial(Examination examination, Reduction reduction) {
        return Observable.ofFindings(
                "number", "", Direction.NEITHER_IS_BETTER, Specimen.Stage.INITIAL, examination, reduction);
    }

    @Test
    void claims_on_normalisation_are_reproduced_and_not_where_it_is_taken_out() {
        assertThat(verdicts(NormalisationCase.class, UnaryOperator.identity())).containsOnly(Verdict.REPRODUCED);
        assertThat(verdicts(NormalisationCase.class, SabotagedBeginningsTest::withoutNormalisation))
                .doesNotContain(Verdict.REPRODUCED);
    }

    @Test
    void claims_on_shortcuts_are_reproduced_and_not_where_they_are_cut() {
        assertThat(verdicts(ShortcutsCase.class, UnaryOperator.identity())).containsOnly(Verdict.REPRODUCED);
        assertThat(verdicts(ShortcutsCase.class, Network::withoutShortcuts)).doesNotContain(Verdict.REPRODUCED);
    }

    /** All claims whose causes this is about are on plain networks of 20 layers. */
    private static Network withoutNormalisation(Network plain20) {
        return plain(20).withoutNormalisation().build(plain20.input(), Scale.QUICK_WIDTH, plain20.classes());
    }

    private List<Verdict> verdicts(Class<?> claims, UnaryOperator<Network> sabotage) {
        List<Verdict> verdicts = new ClaimsKit(
                        results, new Saboteur(sabotage, new LocalExecutor(new Dl4jEngine(), Reproduction.TINY, 1)))
                .on(Reproduction.TINY).run(claims).records().stream()
                        .map(record -> record.verdict())
                        .toList();
        assertThat(verdicts).hasSize(2);
        return verdicts;
    }

    /** Examines what is left of a network before its first step. */
    private record Saboteur(UnaryOperator<Network> sabotage, RunExecutor executor) implements ForwardingExecutor {

        @Override
        public Findings examine(Examination examination, List<Subject> subjects) {
            return executor.examine(
                    examination,
                    subjects.stream()
                            .map(Subject::run)
                            .map(run -> new Run(sabotage.apply(run.network()), run.data(), run.recipe(), run.seed()))
                            .map(Subject::initial)
                            .toList());
        }
    }
}
