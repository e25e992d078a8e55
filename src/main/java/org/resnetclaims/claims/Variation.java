package org.resnetclaims.claims;

import java.util.function.UnaryOperator;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.training.Recipe;

/** How the recipe of an arm differs from that of the scale in force: in one respect, relative to it. */
public final class Variation {

    /** The recipe of the scale. */
    static final Variation NONE = new Variation("", UnaryOperator.identity());

    private final String name;
    private final UnaryOperator<Recipe> change;

    private Variation(String name, UnaryOperator<Recipe> change) {
        this.name = name;
        this.change = change;
    }

    /** The learning rate times a factor, throughout. */
    public static Variation rateTimes(double factor) {
        return new Variation(
                " (rate times %s)".formatted(inWords(factor)), recipe -> recipe.atRate(factor * recipe.learningRate()));
    }

    /** So many times the iterations, with the schedule stretched. */
    public static Variation iterationsTimes(double factor) {
        return new Variation(" (iterations times %s)".formatted(inWords(factor)), recipe -> recipe.stretched(factor));
    }

    /** Every image as it is. */
    public static Variation unchangedImages() {
        return new Variation(" (images unchanged)", recipe -> recipe.with(Augmentation.NONE));
    }

    /** The augmentation of Section 4.2; images of half the side are padded by half as much. */
    public static Variation cropsAndFlips() {
        return new Variation(
                " (crops and flips)",
                recipe -> recipe.augmentation().equals(Augmentation.NONE)
                        ? recipe.with(Recipes.SMALL_PAD_CROP_FLIP)
                        : recipe);
    }

    /** Images mixed in pairs, by weights drawn as arXiv 1710.09412 has them for CIFAR-10, and not changed otherwise. */
    public static Variation mixup() {
        return new Variation(" (Mixup)", recipe -> recipe.with(Recipes.MIXUP));
    }

    Recipe of(Recipe recipe) {
        return change.apply(recipe);
    }

    /** The name of an arm, such as {@code plain-56 (rate times 10)}. */
    String nameOf(Architecture architecture) {
        return architecture.name() + name;
    }

    private static String inWords(double factor) {
        return Double.toString(factor).replaceAll("\\.0$", "");
    }
}
