package org.resnetclaims.claims;

import java.util.function.UnaryOperator;
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
