package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The same networks measured in two ways. */
class PairsTest {

    private static final Hypothesis LOWER =
            Hypothesis.lower().with(new Design.Pairs("ResNet-20", "test error of one view"));

    /** Networks that differ by much, each of them a little better by the first number. */
    private static final double[] ONE_VIEW = {9.0, 14.5, 22.6};

    private static final double[] TEN_CROPS = {8.1, 13.5, 21.8};

    @Test
    void what_networks_have_in_common_does_not_hide_what_each_of_them_shows() {
        Decision decision = SequentialTest.judge(LOWER, runs(TEN_CROPS), runs(ONE_VIEW));
        assertThat(decision.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(decision.looks()).hasSize(1);
        assertThat(new TwoArms(Observations.of(TEN_CROPS), Observations.of(ONE_VIEW))
                        .contrast()
                        .pValue(LOWER.statements().get(0)))
                .isGreaterThan(0.4);
    }

    @Test
    void numbers_of_other_networks_show_nothing() {
        double[] swapped = {ONE_VIEW[1], ONE_VIEW[2], ONE_VIEW[0]};
        Hypothesis once = LOWER.withLooks(List.of(3));
        assertThat(SequentialTest.judge(once, runs(TEN_CROPS), runs(swapped)).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_difference_that_rests_on_a_few_images_does_not_speak_of_others() {
        IntFunction<Observations> first = seeds -> arm(seeds, 200, 0, 40);
        assertThat(SequentialTest.judge(LOWER, first, seeds -> arm(seeds, 200, 0, 41))
                        .looks())
                .extracting(Look::obstacle)
                .contains(Obstacle.IMAGES);
        Decision many = SequentialTest.judge(LOWER, first, seeds -> arm(seeds, 200, 0, 60));
        assertThat(many.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(many.images().images()).isEqualTo(200);
    }

    @Test
    void a_pair_says_what_it_declares() {
        assertThat(LOWER.inWords("test error of ten crops", "ResNet-20"))
                .startsWith(
                        "The mean test error of ten crops of ResNet-20 is lower than the test error of one view of the same networks. Judged by one-sided t tests of the difference that each network shows at ");
    }

    /** All runs get the images of a range wrong. */
    private static Observations arm(int seeds, int images, int from, int to) {
        BitSet wrong = new BitSet(images);
        wrong.set(from, to);
        double[] errors = new double[seeds];
        Arrays.fill(errors, 100.0 * (to - from) / images);
        return new Observations(errors, 100.0 / images, new boolean[seeds], Collections.nCopies(seeds, wrong), images);
    }

    private static IntFunction<Observations> runs(double[] values) {
        return seeds -> Observations.of(Arrays.copyOf(values, seeds));
    }
}
