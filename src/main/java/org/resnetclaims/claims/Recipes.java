package org.resnetclaims.claims;

import java.util.List;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.WarmUp;

/** What the recipes of all scales have in common with Section 4.2. */
public final class Recipes {

    /** Pad by 4 pixels, crop back at random, mirror every other image on average. */
    static final Augmentation PAD_CROP_FLIP = new Augmentation(4, true);

    /** The same for images of half the side. */
    static final Augmentation SMALL_PAD_CROP_FLIP = new Augmentation(2, true);

    /** By weights from Beta(1, 1). */
    static final Augmentation MIXUP = new Augmentation(0, false, 1);

    private static final double MOMENTUM = 0.9;
    private static final double WEIGHT_DECAY = 1e-4;

    private Recipes() {}

    /** Stochastic gradient descent with the momentum and weight decay of the paper. */
    public static Recipe sgd(
            double learningRate, int batchSize, int iterations, List<Integer> dropsAt, Augmentation augmentation) {
        return new Recipe(learningRate, dropsAt, MOMENTUM, WEIGHT_DECAY, batchSize, iterations, augmentation);
    }

    /**
     * The same with the warm-up of Section 4.2: a tenth of the learning rate until the training error falls below 80 %.
     */
    public static Recipe warmedUp(Recipe recipe) {
        return recipe.with(new WarmUp(recipe.learningRate() / 10, 80));
    }
}
