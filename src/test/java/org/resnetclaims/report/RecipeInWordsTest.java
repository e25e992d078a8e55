package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.training.Recipe;

class RecipeInWordsTest {

    @Test
    void a_recipe_says_all_that_happens_to_its_images() {
        assertThat(inWords(Augmentation.NONE)).endsWith(", 600 iterations, no augmentation");
        assertThat(inWords(new Augmentation(0, false, 0.2))).endsWith(", 600 iterations, Mixup by Beta(0.2, 0.2)");
        assertThat(inWords(new Augmentation(4, true, 1)))
                .endsWith(", images padded by 4 and cropped at random, mirrored at random, Mixup by Beta(1, 1)");
    }

    private static String inWords(Augmentation augmentation) {
        return RecipeInWords.inWords(new Recipe(0.01, List.of(300), 0.9, 1e-4, 32, 600, augmentation));
    }
}
