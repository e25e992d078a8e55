package org.resnetclaims.claims;

import java.util.function.UnaryOperator;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.training.Recipe;

/** How the recipe of an arm differs from that of the scale in force. */
public final class Variation {

    /** The recipe of the scale. */
    static final Variation NONE = new Variation("", UnaryOperator.identity());

    /** After the name of the network; empty for the recipe of the scale. */
    private final String words;

    private final UnaryOperator<Recipe> change;

    private Variation(String words, UnaryOperator<Recipe> change) {
        this.words = words;
        this.change = change;
    }

    /** This learning rate, whatever that of the scale. */
    public static Variation rate(double rate) {
        return new Variation("rate " + Numerals.plain(rate), recipe -> recipe.atRate(rate));
    }

    /** The learning rate times a factor, throughout. */
    public static Variation rateTimes(double factor) {
        return new Variation(
                "rate times " + Numerals.plain(factor), recipe -> recipe.atRate(factor * recipe.learningRate()));
    }

    /** So many times the iterations, with the schedule stretched. */
    public static Variation iterationsTimes(double factor) {
        return new Variation("iterations times " + Numerals.plain(factor), recipe -> recipe.stretched(factor));
    }

    /** Besides, the warm-up of Section 4.2: a tenth of this learning rate until the training error falls below 80 %. */
    public Variation warmedUp() {
        return new Variation(words + " with warm-up", recipe -> Recipes.warmedUp(change.apply(recipe)));
    }

    /** Besides, given up after a share of the iterations, for what shows early. */
    public Variation stoppedAfter(double share) {
        return new Variation(
                "%s, stopped after %s of training".formatted(words, Numerals.plain(share)),
                recipe -> change.apply(recipe).stoppedAfter(share));
    }

    /** Every image as it is. */
    public static Variation unchangedImages() {
        return new Variation("images unchanged", recipe -> recipe.with(Augmentation.NONE));
    }

    /** The augmentation of Section 4.2; images of half the side are padded by half as much. */
    public static Variation cropsAndFlips() {
        return new Variation(
                "crops and flips",
                recipe -> recipe.augmentation().equals(Augmentation.NONE)
                        ? recipe.with(Recipes.SMALL_PAD_CROP_FLIP)
                        : recipe);
    }

    /** Images mixed in pairs, by weights drawn as arXiv 1710.09412 has them for CIFAR-10, and not changed otherwise. */
    public static Variation mixup() {
        return new Variation("Mixup", recipe -> recipe.with(Recipes.MIXUP));
    }

    Recipe of(Recipe recipe) {
        return change.apply(recipe);
    }

    /** The name of an arm, such as {@code plain-56 (rate times 10)}. */
    String nameOf(Architecture architecture) {
        return words.isEmpty() ? architecture.name() : "%s (%s)".formatted(architecture.name(), words);
    }
}
