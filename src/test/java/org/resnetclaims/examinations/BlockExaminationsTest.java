package org.resnetclaims.examinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Split;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.StateDict;

/** What is done to the blocks of networks, and what several networks do together. */
class BlockExaminationsTest {

    private static final Dataset DATA =
            Datasets.load("fashion-mnist", Path.of("datasets", "fashion-mnist")).reduced(40, 30, 4);
    private static final Examiner EXAMINER = new Examiner(new Dl4jEngine());

    @ParameterizedTest
    @ValueSource(strings = {"plain", "residual"})
    void added_identity_blocks_change_no_probability(String family) {
        Examiner.Subject shallow = unlike(network(family, 8), 1);
        Examiner.Subject deep = unlike(network(family, 14), 2);

        double change = EXAMINER.examine(new ConstructedSolution(Split.TEST), List.of(shallow, deep), DATA)
                .number(ConstructedSolution.CHANGE);

        assertThat(change).isBetween(0.0, 1e-4);
    }

    /** Blocks that both networks have are not made identities, so that others than those of the first are seen. */
    @Test
    void blocks_that_are_not_identities_change_probabilities() {
        Network network = network("plain", 8);

        double change = EXAMINER.examine(
                        new ConstructedSolution(Split.TEST),
                        List.of(unlike(network, 1), unlike(network("residual", 8), 2)),
                        DATA)
                .number(ConstructedSolution.CHANGE);

        assertThat(change).isGreaterThan(0.01);
    }

    @Test
    void a_network_alone_is_refused() {
        assertThatThrownBy(() -> examine(new ConstructedSolution(Split.TEST), unlike(network("plain", 8), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ConstructedSolution[split=TEST] needs a network and a deeper one of its family");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "residual"})
    void only_a_block_that_does_nothing_can_be_left_out_for_nothing(String family) {
        Network network = network(family, 14);
        StateDict parameters = new BlockIdentity(network)
                .without(Set.of("stage2.block2"), unlike(network, 3).parameters());

        Findings findings = examine(new Lesions(Split.TRAINING), subject(network, parameters));

        // The first blocks of the second and third stage change the shape.
        assertThat(findings.rows()).containsExactly("stage1.block1", "stage1.block2", "stage2.block2", "stage3.block2");
        assertThat(findings.column(Lesions.RISE).get(2)).isZero();
        assertThat(findings.column(Lesions.RISE)).filteredOn(rise -> rise != 0).isNotEmpty();
    }

    /** The normalisation at the end of such a block belongs to the branch of the next one. */
    @Test
    void blocks_with_pre_activation_cannot_be_left_out() {
        Network network =
                CifarNetworks.preActivation(14).build(DATA.description().image(), 4, 10);

        assertThatThrownBy(() -> examine(new Lesions(Split.TRAINING), unlike(network, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The blocks of network 'ResNet-14 (pre-activation)' cannot be left out by their parameters: their branches do not end with a batch normalisation");
    }

    @Test
    void branches_are_those_that_layer_responses_show() {
        Examiner.Subject subject = unlike(network("residual", 8), 4);
        Findings layers = examine(new LayerResponses(Split.TEST), subject);

        Findings blocks = examine(new BranchResponses(Split.TEST), subject);

        assertThat(blocks.rows()).containsExactly("stage1.block1.add", "stage2.block1.add", "stage3.block1.add");
        for (int block = 0; block < 3; block++) {
            String branch = "stage%d.block1.bn2".formatted(block + 1);
            assertThat(blocks.column(BranchResponses.BRANCH).get(block))
                    .isCloseTo(
                            layers.column(LayerResponses.DEVIATION)
                                    .get(layers.rows().indexOf(branch)),
                            within(1e-9));
        }
        assertThat(blocks.column(BranchResponses.SHORTCUT)).allMatch(deviation -> deviation > 0);
    }

    @Test
    void networks_err_together_by_the_mean_of_their_probabilities_and_the_best_of_them_alone() {
        List<Examiner.Subject> subjects = IntStream.range(0, 3)
                .mapToObj(seed -> unlike(network("residual", 8), seed))
                .toList();
        double[] alone = subjects.stream()
                .mapToDouble(
                        subject -> examine(new TopOneError(Split.TEST), subject).number(TopOneError.ERROR))
                .toArray();

        Findings findings = EXAMINER.examine(new Ensemble(), subjects, DATA);

        assertThat(percent(findings, Ensemble.BEST))
                .isCloseTo(Arrays.stream(alone).min().orElseThrow(), within(1e-9));
        Findings same =
                EXAMINER.examine(new Ensemble(), List.of(subjects.get(0), subjects.get(0), subjects.get(0)), DATA);
        assertThat(same.column(Ensemble.TOGETHER)).isEqualTo(same.column(Ensemble.BEST));
        assertThat(percent(same, Ensemble.TOGETHER)).isCloseTo(alone[0], within(1e-9));
    }

    private static double percent(Findings findings, String column) {
        return 100
                * findings.column(column).stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow();
    }

    private static Findings examine(Examination examination, Examiner.Subject subject) {
        return EXAMINER.examine(examination, List.of(subject), DATA);
    }

    private static Network network(String family, int depth) {
        Architecture architecture = family.equals("plain") ? CifarNetworks.plain(depth) : CifarNetworks.residual(depth);
        return architecture.build(DATA.description().image(), 4, 10);
    }

    private static Examiner.Subject subject(Network network, StateDict parameters) {
        Recipe recipe = new Recipe(0.1, List.of(), 0.9, 1e-4, 8, 5, Augmentation.NONE);
        return new Examiner.Subject(new Run(network, DATA.description(), recipe, 1), parameters);
    }

    /** Numbers that all differ, so that a mistake in any of them would show. */
    private static Examiner.Subject unlike(Network network, long seed) {
        Random random = new Random(seed);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            float[] values = new float[parameter.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = switch (parameter.role()) {
                    case WEIGHTS -> (float) (random.nextGaussian() * Math.sqrt(2.0 / parameter.fanIn()));
                    case SCALE, RUNNING_VARIANCE -> (float) (0.5 + random.nextDouble());
                    case BIASES, SHIFT, SCALAR, RUNNING_MEAN -> (float) (0.3 * random.nextGaussian());
                };
            }
            arrays.put(parameter.name(), values);
        }
        return subject(network, new StateDict(arrays));
    }
}
