package org.resnetclaims.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class ImageBootstrapTest {

    /**
     * Of 100 images one arm gets ten wrong that the other gets right, and it six: a binomial number of each is drawn.
     */
    @Test
    void seeds_that_agree_leave_the_images() {
        ImageCheck check = ImageBootstrap.check(Hypothesis.higher(), arm(3, 100, 0, 10), arm(3, 100, 10, 16));
        double atMost = 0;
        double atLeast = 0;
        for (int ours = 0; ours <= 100; ours++) {
            double here = BinomialDistribution.of(100, 0.1).probability(ours);
            BinomialDistribution others = BinomialDistribution.of(100 - ours, 0.06 / 0.9);
            atMost += here * others.survivalProbability(ours - 1);
            atLeast += here * others.cumulativeProbability(ours);
        }
        assertThat(check.contraryToClaim()).isCloseTo(atMost, within(0.03));
        assertThat(check.contraryToContrary()).isCloseTo(atLeast, within(0.03));
        assertThat(check.images()).isEqualTo(100);
    }

    @Test
    void images_that_are_hard_for_both_say_nothing() {
        ImageCheck check = ImageBootstrap.check(Hypothesis.higher(), arm(3, 100, 0, 50), arm(3, 100, 0, 50));
        assertThat(check.contraryToClaim()).isEqualTo(1);
        assertThat(check.contraryToContrary()).isEqualTo(1);
        assertThat(ImageBootstrap.check(Hypothesis.equivalentWithin(1), arm(3, 100, 0, 50), arm(3, 100, 0, 50)))
                .isEqualTo(new ImageCheck(0, 1, 100));
    }

    @Test
    void arms_are_tested_on_the_same_images() {
        assertThatThrownBy(() -> ImageBootstrap.check(Hypothesis.higher(), arm(3, 100, 0, 1), arm(3, 50, 0, 1)))
                .hasMessage("the first arm was tested on 100 images and the second on 50");
    }

    /** Runs that all get the same images wrong. */
    static Observations arm(int runs, int images, int from, int to) {
        BitSet wrong = new BitSet(images);
        wrong.set(from, to);
        List<BitSet> mistakes = Collections.nCopies(runs, wrong);
        double[] errors = mistakes.stream()
                .mapToDouble(run -> 100.0 * run.cardinality() / images)
                .toArray();
        return new Observations(errors, 100.0 / images, new boolean[runs], mistakes, images);
    }
}
