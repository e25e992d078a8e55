package org.resnetclaims.examinations;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.resnetclaims.data.Batch;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.data.Split;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;

/**
 * How much it matters for the loss of images which others share their batches: the loss of two batches, less that of
 * the same images after the batches have exchanged a half, per image and without sign. Batch normalisation lets images
 * touch each other in training mode, and must not in inference mode (Section 3.4).
 */
public record Neighbours(Split split) implements Examination {

    public static final String TRAINING = "training";
    public static final String INFERENCE = "inference";

    public Neighbours {
        Objects.requireNonNull(split, "neighbours are exchanged in no part of the data");
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        Halves halves = new Halves(data.images(split), data.training().mean(), model.batchSize() / 2);
        double training = exchange(pair -> LossOfBatch.inTraining(model, halves.batch(pair)), halves);
        double inference = exchange(pair -> LossOfBatch.inInference(model, halves.batch(pair)), halves);
        return new Findings(List.of("exchange"), Map.of(TRAINING, List.of(training), INFERENCE, List.of(inference)));
    }

    private static double exchange(Loss loss, Halves halves) {
        double before = loss.of(List.of(0, 1)) + loss.of(List.of(2, 3));
        double after = loss.of(List.of(0, 2)) + loss.of(List.of(1, 3));
        return Math.abs(before - after) / (4 * halves.size());
    }

    /** Summed over the images of a batch that is made of two halves. */
    private interface Loss {
        double of(List<Integer> halves);
    }

    /** The first images of a set, in parts of half a batch. */
    private record Halves(LabelledImages images, MeanImage mean, int size) {

        Batch batch(List<Integer> halves) {
            int[] indices = halves.stream()
                    .flatMapToInt(half -> IntStream.range(half * size, (half + 1) * size))
                    .toArray();
            return Batch.unchanged(images, mean, indices);
        }
    }
}
