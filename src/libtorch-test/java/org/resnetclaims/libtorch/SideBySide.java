package org.resnetclaims.libtorch;

import java.util.EnumMap;
import java.util.Map;
import org.resnetclaims.data.Batches;
import org.resnetclaims.data.GivenImages;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.Recipe;

/** Two models of one network that begin with the same numbers and are shown the same batches. */
final class SideBySide {

    /** At a tenth of the rate, as a warm-up has it. */
    private static final int WARM_UP = 5;

    private final Model expected;
    private Model actual;
    private final double rate;
    private final Batches batches;
    private final float[] images;
    private int steps;

    SideBySide(Model expected, Model actual, ModelState start, Recipe recipe) {
        this.expected = expected;
        this.actual = actual;
        rate = recipe.learningRate();
        GivenImages pictures =
                Pictures.of(expected.network().input(), expected.network().classes());
        batches = new Batches(pictures, pictures.mean(), recipe.augmentation(), recipe.batchSize(), 1);
        images = new float[Math.toIntExact(recipe.batchSize() * pictures.shape().size())];
        batches.at(0).fill(images, new int[recipe.batchSize()]);
        expected.restore(start);
        actual.restore(start);
    }

    /** Lets both go on until they have made so many steps. */
    void stepTo(int number) {
        for (; steps < number; steps++) {
            double warmingUp = steps < WARM_UP ? rate / 10 : rate;
            expected.step(batches.at(steps), warmingUp);
            actual.step(batches.at(steps), warmingUp);
        }
    }

    /** Lets another model take the place of the second one, with all that it remembers. */
    void handOverTo(Model other) {
        other.restore(actual.state());
        actual = other;
        // What the losses so far were is not a part of it.
        expected.score();
    }

    /** Of each quantity, the largest distance in shares of what is allowed after the steps so far: at most 1. */
    Map<Quantity, Double> distances() {
        Map<Quantity, Double> distances = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            distances.put(
                    quantity,
                    quantity.after(steps)
                            .exhaustedBy(quantity.of(actual, rate, images), quantity.of(expected, rate, images)));
        }
        return distances;
    }

    /** The norm of the difference as a share of the norm of what is expected. */
    double distance(Quantity quantity) {
        float[] found = quantity.of(actual, rate, images);
        float[] wanted = quantity.of(expected, rate, images);
        double difference = 0;
        double size = 0;
        for (int i = 0; i < wanted.length; i++) {
            difference += Math.pow((double) found[i] - wanted[i], 2);
            size += Math.pow(wanted[i], 2);
        }
        return Math.sqrt(difference / size);
    }

    /** The images of the first batch. */
    float[] images() {
        return images;
    }
}
