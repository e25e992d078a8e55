package org.resnetclaims.examinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Split;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.Examiner;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.InitialState;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.StateDict;

class LossOnLinesTest {

    private static final Dataset DATA =
            Datasets.load("fashion-mnist", Path.of("datasets", "fashion-mnist")).reduced(40, 30, 4);
    private static final Recipe RECIPE = new Recipe(0.1, List.of(), 0.9, 1e-4, 8, 5, Augmentation.NONE);
    private static final Network RESIDUAL =
            CifarNetworks.residual(8).build(DATA.description().image(), 4, 10);

    @Test
    void a_bowl_is_concave_nowhere_a_hill_everywhere_and_a_cubic_on_one_side() {
        assertThat(LossOnLines.concaveShare(curve(x -> x * x))).isZero();
        assertThat(LossOnLines.concaveShare(curve(x -> -x * x))).isOne();
        // Of nine inner points, four are left of the middle.
        assertThat(LossOnLines.concaveShare(curve(x -> x * x * x))).isCloseTo(4.0 / 9, within(1e-12));
    }

    @Test
    void a_loss_that_is_not_finite_has_no_share() {
        assertThat(LossOnLines.concaveShare(List.of(1.0, 2.0, Double.POSITIVE_INFINITY)))
                .isNaN();
        assertThat(LossOnLines.concaveShare(List.of(Double.NaN, 2.0, 3.0))).isNaN();
    }

    /** In the weights of a single layer, cross-entropy is convex. */
    @Test
    void the_loss_of_a_linear_classifier_is_concave_nowhere() {
        Network linear = new Network(
                "linear",
                DATA.description().image(),
                List.of(
                        new Node("pool", new Layer.GlobalAveragePooling(), List.of(Network.INPUT)),
                        new Node("classifier", new Layer.FullyConnected(10), List.of("pool"))));

        assertThat(shares(linear, 2)).hasSize(3).containsOnly(0.0);
    }

    @Test
    void far_from_a_network_of_several_layers_its_loss_is_concave_somewhere() {
        assertThat(shares(RESIDUAL, 2))
                .hasSize(3)
                .allMatch(share -> share >= 0 && share <= 1)
                .anyMatch(share -> share > 0);
    }

    @Test
    void each_filter_of_a_direction_has_the_norm_of_the_networks_own() {
        StateDict weights = InitialState.draw(RESIDUAL, 5).parameters();

        Map<Parameter, float[]> direction = LossOnLines.direction(RESIDUAL, weights, 5, 0);

        assertThat(direction.keySet()).extracting(Parameter::role).containsOnly(Parameter.Role.WEIGHTS);
        assertThat(direction).hasSize(8).allSatisfy((parameter, values) -> {
            // The units of the fully-connected layer run fastest, the filters of a convolution slowest.
            boolean convolution = parameter.shape().size() == 4;
            int filters = parameter.shape().get(convolution ? 0 : 1);
            int step = convolution ? 1 : filters;
            for (int filter = 0; filter < filters; filter++) {
                int first = convolution ? filter * values.length / filters : filter;
                assertThat(norm(values, first, step, values.length / filters))
                        .isCloseTo(norm(weights.get(parameter), first, step, values.length / filters), within(1e-5));
            }
        });
    }

    @Test
    void each_line_of_each_network_has_a_direction_of_its_own() {
        StateDict weights = InitialState.draw(RESIDUAL, 5).parameters();
        Collection<float[]> direction =
                LossOnLines.direction(RESIDUAL, weights, 5, 0).values();

        assertThat(LossOnLines.direction(RESIDUAL, weights, 5, 0).values()).containsExactlyElementsOf(direction);
        assertThat(LossOnLines.direction(RESIDUAL, weights, 5, 1).values()).doesNotContainAnyElementsOf(direction);
        assertThat(LossOnLines.direction(RESIDUAL, weights, 6, 0).values()).doesNotContainAnyElementsOf(direction);
        // Initial weights follow from the same seed, and filters of a direction are as long as they: equal if drawn
        // alike.
        assertThat(direction)
                .doesNotContainAnyElementsOf(LossOnLines.direction(RESIDUAL, weights, 5, 0).keySet().stream()
                        .map(weights::get)
                        .toList());
    }

    @Test
    void the_examiner_draws_the_directions_of_a_network_from_the_seed_of_its_run() {
        Run run = new Run(RESIDUAL, DATA.description(), RECIPE, 2);
        LossOnLines lines = new LossOnLines(Split.TRAINING, 1, 6, 2);
        Examiner examiner = new Examiner(new Dl4jEngine());
        // The weights of seed 2 in a run of another.
        Examiner.Subject another = new Examiner.Subject(
                new Run(RESIDUAL, DATA.description(), RECIPE, 3),
                Examiner.Subject.initial(run).parameters());

        Findings found = examiner.examine(lines, List.of(Examiner.Subject.initial(run)), DATA);

        assertThat(examiner.examine(lines, List.of(Examiner.Subject.initial(run)), DATA))
                .isEqualTo(found);
        assertThat(examiner.examine(new OnFirstImages(40, new Rescaled(1, lines)), List.of(another), DATA))
                .isNotEqualTo(found);
    }

    @Test
    void a_network_is_left_as_it_came() {
        try (Model model = new Dl4jEngine().create(RESIDUAL, RECIPE)) {
            ModelState given = InitialState.draw(RESIDUAL, 5);
            model.restore(given);

            new LossOnLines(Split.TRAINING, 1, 2, 1).examine(model, DATA);

            assertThat(model.state()).isEqualTo(given);
        }
    }

    private static List<Double> shares(Network network, double reach) {
        Examiner.Subject subject = Examiner.Subject.initial(new Run(network, DATA.description(), RECIPE, 2));
        return new Examiner(new Dl4jEngine())
                .examine(new LossOnLines(Split.TRAINING, 3, 6, reach), List.of(subject), DATA)
                .column(LossOnLines.CONCAVE);
    }

    private static double norm(float[] values, int first, int step, int number) {
        return Math.sqrt(IntStream.range(0, number)
                .mapToDouble(i -> values[first + i * step])
                .map(value -> value * value)
                .sum());
    }

    private static List<Double> curve(DoubleUnaryOperator function) {
        return IntStream.rangeClosed(-5, 5)
                .mapToObj(x -> function.applyAsDouble(x))
                .toList();
    }
}
