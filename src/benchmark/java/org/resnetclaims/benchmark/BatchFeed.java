package org.resnetclaims.benchmark;

import org.resnetclaims.data.Batches;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;

/** The batches that this suite's engine would train on, for the engines beside it. */
final class BatchFeed {

    private final Batches batches;
    private final float[] pixels;
    private final int[] labels;
    private int iteration;

    BatchFeed(Run run, Dataset data) {
        Recipe recipe = run.recipe();
        batches = new Batches(
                data.training(), data.training().mean(), recipe.augmentation(), recipe.batchSize(), run.seed());
        pixels = new float
                [Math.toIntExact(recipe.batchSize() * run.network().input().size())];
        labels = new int[recipe.batchSize()];
    }

    void next() {
        batches.at(iteration).fill(pixels, labels);
        iteration++;
    }

    /** Channels first. */
    float[] pixels() {
        return pixels;
    }

    int[] labels() {
        return labels;
    }
}
