package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.training.Recipe;

class RecipeInWordsTest {

    @Test
    void one_network_under_two_recipes_has_each_of_them_told_under_its_own_name() {
        ArmRecord plain = arm("plain-56", Fixtures.RECIPE);
        ArmRecord faster = arm("plain-56 (rate times 10)", Fixtures.RECIPE.atRate(1));

        List<RecipeInWords> recipes = RecipeInWords.of(
                Arms.of(List.of(plain, faster), Fixtures.session().dataset()));

        assertThat(recipes).extracting(RecipeInWords::arms).containsExactly("plain-56", "plain-56 (rate times 10)");
        assertThat(recipes.get(0).words()).contains("learning rate 0.1 divided");
        assertThat(recipes.get(1).words()).contains("learning rate 1 divided");
    }

    @Test
    void arms_that_were_trained_alike_share_one() {
        List<RecipeInWords> recipes = RecipeInWords.of(Arms.of(
                List.of(arm("plain-20", Fixtures.RECIPE), arm("plain-56", Fixtures.RECIPE)),
                Fixtures.session().dataset()));

        assertThat(recipes).extracting(RecipeInWords::arms).containsExactly("plain-20, plain-56");
    }

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

    private static ArmRecord arm(String name, Recipe recipe) {
        return ArmRecord.of(name, "network", 8, recipe, List.of(), List.of());
    }
}
