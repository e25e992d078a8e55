package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.claims.judging.Reduction;
import org.resnetclaims.claims.session.ClaimsKit;
import org.resnetclaims.claims.session.Reproduction;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.data.Split;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.examinations.GradientNorms;
import org.resnetclaims.laboratory.ForwardingExecutor;
import org.resnetclaims.laboratory.LocalExecutor;
import org.resnetclaims.laboratory.RunExecutor;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Evaluation;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.Specimen;
import org.resnetclaims.training.TrainedRun;

/**
 * A claim of each other design than one arm against another, on the real engine at a size that takes seconds, and what
 * becomes of it when its cause is taken away.
 */
class SabotagedDesignsTest {

    private static final Dataset DATA = Reproduction.TINY;

    @TempDir
    private Path results;

    static class PairsCase {
        @Claim(id = "pairs", kind = Kind.EXAMINED, source = "Section 3.4", statement = "Training lowers the error")
        void training_lowers_the_error(Experiment experiment) {
            Arm plain8 = experiment.train(plain(8));
            Observable.Company drawn = experiment.company(Specimen.Stage.INITIAL, plain8);

            assertThat(plain8)
                    .on(error("error after training", 0, drawn))
                    .isLowerThan(error("error before training", 1, drawn));
        }

        private static Observable error(String name, int which, Observable.Company company) {
            return Observable.ofFindings(
                    name,
                    "%",
                    Direction.LOWER_IS_BETTER,
                    Specimen.Stage.TRAINED,
                    new ErrorOfEach(),
                    Reduction.of(String.valueOf(which)),
                    company);
        }
    }

    static class OrderCase {
        @Claim(id = "order", source = "Section 1", statement = "Plain networks train worse the deeper they are")
        void plain_networks_train_worse_with_depth(Experiment experiment) {
            assertThat(experiment.train(plain(8)), experiment.train(plain(14)), experiment.train(plain(20)))
                    .trainingError()
                    .rises();
        }
    }

    static class SlopeCase {
        @Claim(
                id = "slope",
                kind = Kind.INITIAL,
                source = "Section 4.1",
                statement = "Gradients grow on their way back")
        void gradients_grow_on_their_way_back(Experiment experiment) {
            assertThat(experiment.train(plain(20)))
                    .on(Observable.ofFindings(
                            "slope",
                            "",
                            Direction.NEITHER_IS_BETTER,
                            Specimen.Stage.INITIAL,
                            new GradientNorms(Split.TRAINING),
                            Reduction.slopeOfLog(GradientNorms.NORM)))
                    .isBelow(-0.05, "theory has it at -0.19 a layer");
        }
    }

    static class LikenessCase {
        @Claim(id = "likeness", source = "Table 3", statement = "Options A and B train alike")
        void options_train_alike(Experiment experiment) {
            Arm optionA = experiment.train(residual(14, Shortcut.A));
            Arm optionB = experiment.train(residual(14, Shortcut.B));

            assertThat(optionA).trainingError().isEquivalentTo(optionB, 15);
        }
    }

    @Test
    void pairs_are_reproduced_and_not_where_they_are_swapped_or_labels_are_shuffled() {
        assertThat(verdict(PairsCase.class, honest(DATA))).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(
                        PairsCase.class, new Saboteur(DATA, UnaryOperator.identity(), SabotagedDesignsTest::swapped)))
                .isEqualTo(Verdict.REFUTED);
        assertThat(verdict(PairsCase.class, honest(shuffled()))).isIn(Verdict.INCONCLUSIVE, Verdict.REFUTED);
    }

    @Test
    void an_order_is_reproduced_and_not_where_the_networks_of_two_arms_are_mixed_up() {
        assertThat(verdict(OrderCase.class, honest(DATA))).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(
                        OrderCase.class,
                        new Saboteur(DATA, SabotagedDesignsTest::anotherDepth, UnaryOperator.identity())))
                .isIn(Verdict.INCONCLUSIVE, Verdict.REFUTED);
    }

    @Test
    void a_slope_is_reproduced_and_not_where_layers_are_permuted() {
        assertThat(verdict(SlopeCase.class, honest(DATA))).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(
                        SlopeCase.class, new Saboteur(DATA, UnaryOperator.identity(), SabotagedDesignsTest::permuted)))
                .isIn(Verdict.INCONCLUSIVE, Verdict.REFUTED);
    }

    @Test
    void a_likeness_is_reproduced_and_not_where_one_arm_is_hardly_trained() {
        assertThat(verdict(LikenessCase.class, honest(DATA))).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(
                        LikenessCase.class,
                        new Saboteur(DATA, SabotagedDesignsTest::hardlyTrainedUnlessOptionB, UnaryOperator.identity())))
                .isIn(Verdict.INCONCLUSIVE, Verdict.REFUTED);
    }

    private Verdict verdict(Class<?> claim, Saboteur executor) {
        Verdict verdict =
                new ClaimsKit(results, executor).on(DATA).run(claim).record().verdict();
        EvidenceStore evidence = new EvidenceStore(results);
        evidence.recompute(evidence.readSession(), evidence.readClaims());
        return verdict;
    }

    private static Saboteur honest(Dataset data) {
        return new Saboteur(data, UnaryOperator.identity(), UnaryOperator.identity());
    }

    private static Run hardlyTrainedUnlessOptionB(Run run) {
        // Those of the session's positive control are short enough.
        int whole = Scale.QUICK.protocol(plain(20)).orElseThrow().recipe().iterations();
        return run.network().name().contains("option B") || run.recipe().iterations() < Reproduction.WHOLE
                ? run
                : new Run(run.network(), run.data(), run.recipe().stretched(0.1), run.seed());
    }

    /** The shallowest arm gets the deepest network, and the reverse. */
    private static Run anotherDepth(Run run) {
        int depth = 28 - run.network().cost().depth();
        return with(plain(depth).build(run.network().input(), Scale.QUICK_WIDTH, 10), run);
    }

    private static Run with(Network network, Run run) {
        return new Run(network, run.data(), run.recipe(), run.seed());
    }

    /** The numbers of the first column in the order of the second, and the reverse. */
    private static Findings swapped(Findings findings) {
        return new Findings(findings.rows(), Map.of("0", findings.column("1"), "1", findings.column("0")));
    }

    /** The numbers of one layer under the name of another. */
    private static Findings permuted(Findings findings) {
        List<Double> norms = new ArrayList<>(findings.column(GradientNorms.NORM));
        Collections.shuffle(norms, new Random(norms.hashCode()));
        return new Findings(findings.rows(), Map.of(GradientNorms.NORM, norms));
    }

    /** What was to be learned has nothing to do with the images. */
    private static Dataset shuffled() {
        return new Dataset(DATA.description(), new RandomLabels(DATA.training()), new RandomLabels(DATA.test()));
    }

    /** The error on the training images of each network, in a column of its own. */
    record ErrorOfEach() implements Examination {

        @Override
        public Findings examine(Model model, Dataset data) {
            return examine(List.of(model), data);
        }

        @Override
        public Findings examine(List<Model> models, Dataset data) {
            return new Findings(
                    List.of("error"),
                    Map.of("0", List.of(error(models.get(0), data)), "1", List.of(error(models.get(1), data))));
        }

        private static double error(Model model, Dataset data) {
            return new Evaluation(model, data.training().mean()).errorOn(data.test());
        }
    }

    private record RandomLabels(LabelledImages images) implements LabelledImages {

        @Override
        public Shape shape() {
            return images.shape();
        }

        @Override
        public int size() {
            return images.size();
        }

        @Override
        public MeanImage mean() {
            return images.mean();
        }

        @Override
        public void fill(int[] indices, float[] pixels, int[] labels) {
            images.fill(indices, pixels, labels);
            for (int i = 0; i < indices.length; i++) {
                labels[i] = new SplittableRandom(indices[i]).nextInt(10);
            }
        }
    }

    /** Trains what is left of a network, and shortly, and twists what is found in it. */
    private record Saboteur(
            Dataset data, RunExecutor executor, UnaryOperator<Run> runs, UnaryOperator<Findings> findings)
            implements ForwardingExecutor {

        /** By data and run, since most are wanted with sabotage and without. */
        private static final Map<List<Object>, TrainedRun> TRAINED = new ConcurrentHashMap<>();

        Saboteur(Dataset data, UnaryOperator<Run> runs, UnaryOperator<Findings> findings) {
            this(data, new LocalExecutor(new Dl4jEngine(), data, 1), runs, findings);
        }

        @Override
        public TrainedRun train(Run run, Checkpoints checkpoints, IntConsumer progress) {
            Run shortened = Reproduction.shortened(runs.apply(run));
            return Reproduction.asAsked(
                    run,
                    TRAINED.computeIfAbsent(
                            List.of(data, shortened.identity()),
                            key -> executor.train(shortened, checkpoints, progress)));
        }

        @Override
        public Findings examine(Examination examination, List<Examiner.Subject> subjects) {
            return findings.apply(executor.examine(examination, subjects));
        }
    }
}
