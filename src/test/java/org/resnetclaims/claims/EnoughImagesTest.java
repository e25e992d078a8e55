package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.network.Shape;
import org.resnetclaims.statistics.Hypothesis;

class EnoughImagesTest {

    @Test
    void one_image_weighs_at_most_one_point() {
        assertThat(objection(100, 100, Hypothesis.higher())).isEmpty();
        assertThat(objection(2, 2, Hypothesis.higher()))
                .contains(
                        "noise has 2 training and 2 test images, too few to judge this claim: one image must weigh at most 1 points, which takes 100 images of each");
    }

    @Test
    void one_image_weighs_at_most_a_fifth_of_the_margin() {
        assertThat(objection(400, 2_000, Hypothesis.notHigherBy(1))).isPresent();
        assertThat(objection(500, 2_000, Hypothesis.notHigherBy(1))).isEmpty();
    }

    private static Optional<String> objection(int training, int test, Hypothesis hypothesis) {
        return EnoughImages.objection(
                new DatasetDescription("noise", new Shape(1, 14, 14), 10, training, test, "none"), hypothesis);
    }
}
