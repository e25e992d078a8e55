package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Recipe;

class ScaleTest {

    @Test
    void the_paper_scale_has_the_recipe_of_section_4_2() {
        Protocol protocol = Scale.PAPER.protocol(CifarNetworks.plain(20)).orElseThrow();

        assertThat(protocol.width()).isEqualTo(16);
        assertThat(protocol.recipe())
                .isEqualTo(new Recipe(0.1, List.of(32_000, 48_000), 0.9, 1e-4, 128, 64_000, new Augmentation(4, true)));
        assertThat(Scale.PAPER.protocol(ImageNetNetworks.plain(34))).isEmpty();
    }

    @Test
    void the_quick_scale_makes_the_embedded_images_small() {
        DatasetDescription quick = Scale.QUICK
                .reduce(Datasets.load("fashion-mnist", Path.of("datasets/fashion-mnist")))
                .description();

        assertThat(quick.image()).isEqualTo(new Shape(1, 14, 14));
        assertThat(quick.trainingImages()).isEqualTo(500);
        assertThat(quick.testImages()).isEqualTo(2_000);
    }

    @Test
    void every_network_that_claims_train_can_be_built_at_quick_scale() {
        DatasetDescription data = new DatasetDescription("simulated", new Shape(1, 14, 14), 10, 1, 1, "none");

        assertThat(List.of(CifarNetworks.residual(56), ImageNetNetworks.residual(34)))
                .allSatisfy(architecture -> {
                    Protocol protocol = Scale.QUICK.protocol(architecture).orElseThrow();
                    assertThat(protocol.build(architecture, data).cost().multiplyAdds())
                            .isLessThan(20_000_000);
                });
    }
}
