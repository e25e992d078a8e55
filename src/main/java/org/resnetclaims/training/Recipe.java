package org.resnetclaims.training;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.resnetclaims.data.Augmentation;

/**
 * How a network is trained (Sections 3.4 and 4.2): heavy-ball SGD, weight decay on convolution and fully-connected
 * weights, a step schedule.
 *
 * @param learningRate divided by ten at each iteration listed in {@code dropsAt}
 * @param iterations in batches, as in the paper; never epochs
 * @param warmUp {@link WarmUp#NONE} to begin with the full rate
 */
public record Recipe(
        double learningRate,
        List<Integer> dropsAt,
        double momentum,
        double weightDecay,
        int batchSize,
        int iterations,
        Augmentation augmentation,
        WarmUp warmUp)
        implements Serializable {

    public Recipe {
        dropsAt = List.copyOf(dropsAt);
        Objects.requireNonNull(warmUp, "a recipe has no warm-up");
    }

    /** One without a warm-up. */
    public Recipe(
            double learningRate,
            List<Integer> dropsAt,
            double momentum,
            double weightDecay,
            int batchSize,
            int iterations,
            Augmentation augmentation) {
        this(learningRate, dropsAt, momentum, weightDecay, batchSize, iterations, augmentation, WarmUp.NONE);
    }

    /** The same schedule over another number of iterations: this one's times {@code factor}. */
    public Recipe stretched(double factor) {
        return new Recipe(
                learningRate,
                dropsAt.stream().map(drop -> (int) Math.round(factor * drop)).toList(),
                momentum,
                weightDecay,
                batchSize,
                (int) Math.max(1, Math.round(factor * iterations)),
                augmentation,
                warmUp);
    }

    /** The first part of it: a share of its iterations, and its schedule as it is. */
    public Recipe stoppedAfter(double share) {
        int first = (int) Math.max(1, Math.round(share * iterations));
        return new Recipe(learningRate, dropsAt, momentum, weightDecay, batchSize, first, augmentation, warmUp);
    }

    /** The same but for its learning rate. */
    public Recipe atRate(double rate) {
        return new Recipe(rate, dropsAt, momentum, weightDecay, batchSize, iterations, augmentation, warmUp);
    }

    /** The same but for its augmentation. */
    public Recipe with(Augmentation other) {
        return new Recipe(learningRate, dropsAt, momentum, weightDecay, batchSize, iterations, other, warmUp);
    }

    /** The same but for its warm-up. */
    public Recipe with(WarmUp other) {
        return new Recipe(learningRate, dropsAt, momentum, weightDecay, batchSize, iterations, augmentation, other);
    }

    /** The learning rate of the given iteration, the first of which is 0, once the warm-up is over. */
    public double learningRateAt(int iteration) {
        long drops = dropsAt.stream().filter(drop -> iteration >= drop).count();
        return learningRate / Math.pow(10, (double) drops);
    }
}
