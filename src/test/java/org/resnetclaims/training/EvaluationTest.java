package org.resnetclaims.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.network.Network;

class EvaluationTest {

    private static final LabelledImages TEST = EngineContract.DATA.test();

    private static <T> T evaluated(Function<Evaluation, T> question) {
        Network network = LinearEngine.network(
                EngineContract.DATA.description().image(),
                EngineContract.DATA.description().classes());
        Recipe recipe = new Recipe(0.1, List.of(), 0.9, 0, 32, 1, Augmentation.NONE);
        try (Model model = new LinearEngine().create(network, recipe)) {
            model.restore(InitialState.draw(network, 1));
            return question.apply(
                    new Evaluation(model, EngineContract.DATA.training().mean()));
        }
    }

    @Test
    void a_part_of_a_set_is_spread_evenly_over_it() {
        int part = TEST.size() / 3;
        var mistakes = evaluated(evaluation -> evaluation.mistakesOn(TEST)).bits();
        long wrong = IntStream.range(0, part)
                .filter(i -> mistakes.get(i * TEST.size() / part))
                .count();

        double error = evaluated(evaluation -> evaluation.errorOn(TEST, part));

        assertThat(error).isCloseTo(100.0 * wrong / part, within(1e-9));
    }

    @Test
    void all_of_a_set_is_looked_at_where_it_has_no_more_images() {
        double all = evaluated(evaluation -> evaluation.errorOn(TEST));
        double more = evaluated(evaluation -> evaluation.errorOn(TEST, TEST.size() + 1));

        assertThat(more).isEqualTo(all).isBetween(1.0, 99.0);
    }
}
