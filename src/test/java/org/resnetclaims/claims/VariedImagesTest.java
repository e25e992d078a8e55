package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.training.Recipe;

/** Arms that differ from others in how their images are changed. */
class VariedImagesTest {

    private static final Architecture RESIDUAL = CifarNetworks.residual(20);

    @Test
    void crops_are_half_as_far_on_images_of_half_the_side() {
        assertThat(augmentation(Scale.QUICK, Variation.cropsAndFlips())).isEqualTo(new Augmentation(2, true));
        assertThat(augmentation(Scale.STANDARD, Variation.cropsAndFlips())).isEqualTo(new Augmentation(4, true));
    }

    @ParameterizedTest
    @EnumSource
    void mixup_and_unchanged_images_are_the_same_at_every_scale(Scale scale) {
        assertThat(augmentation(scale, Variation.mixup())).isEqualTo(new Augmentation(0, false, 1));
        assertThat(augmentation(scale, Variation.unchangedImages())).isEqualTo(Augmentation.NONE);
    }

    @Test
    void nothing_but_the_augmentation_differs() {
        Recipe recipe = recipe(Scale.STANDARD);

        assertThat(Variation.mixup().of(recipe).with(recipe.augmentation())).isEqualTo(recipe);
    }

    @Test
    void an_arm_is_named_by_what_happens_to_its_images() {
        assertThat(Variation.unchangedImages().nameOf(RESIDUAL)).isEqualTo("ResNet-20 (images unchanged)");
        assertThat(Variation.cropsAndFlips().nameOf(RESIDUAL)).isEqualTo("ResNet-20 (crops and flips)");
        assertThat(Variation.mixup().nameOf(RESIDUAL)).isEqualTo("ResNet-20 (Mixup)");
    }

    private static Augmentation augmentation(Scale scale, Variation variation) {
        return variation.of(recipe(scale)).augmentation();
    }

    private static Recipe recipe(Scale scale) {
        return scale.protocol(RESIDUAL).orElseThrow().recipe();
    }
}
