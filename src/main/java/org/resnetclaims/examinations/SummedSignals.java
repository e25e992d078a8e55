package org.resnetclaims.examinations;

import java.util.List;
import java.util.stream.IntStream;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Signal;

/** Adds up the signals of a network over a set of images, in their order and batch by batch. */
final class SummedSignals {

    private final Model model;
    private final LabelledImages set;
    private final MeanImage mean;

    SummedSignals(Model model, LabelledImages set, MeanImage mean) {
        this.model = model;
        this.set = set;
        this.mean = mean;
    }

    /**
     * See {@link Model#signals}. Batches are whole: what is left over at the end, fewer images than a batch, is not
     * looked at, since batch normalisation would treat a smaller batch in another way.
     *
     * @throws IllegalArgumentException if the set does not fill a batch
     */
    List<Signal> signals(List<String> nodes) {
        int batch = model.batchSize();
        if (set.size() < batch) {
            throw new IllegalArgumentException("%d images do not fill a batch of %d: examine them in smaller batches"
                    .formatted(set.size(), batch));
        }
        return sum(set.size() / batch * batch, (images, labels) -> model.signals(images, labels, nodes));
    }

    /** See {@link Model#responses}. Every image is looked at once. */
    List<Signal> responses(List<String> nodes) {
        return sum(set.size(), (images, labels) -> model.responses(images, nodes));
    }

    private List<Signal> sum(int number, Observer observer) {
        List<Signal> sums = List.of();
        for (int first = 0; first < number; first += model.batchSize()) {
            int size = Math.min(model.batchSize(), number - first);
            float[] images = new float[Math.toIntExact(size * set.shape().size())];
            int[] labels = new int[size];
            set.fill(IntStream.range(first, first + size).toArray(), images, labels);
            mean.subtractFrom(images, size);
            sums = plus(sums, observer.observe(images, labels));
        }
        return sums;
    }

    private static List<Signal> plus(List<Signal> sums, List<Signal> signals) {
        return sums.isEmpty()
                ? signals
                : IntStream.range(0, sums.size())
                        .mapToObj(i -> sums.get(i).plus(signals.get(i)))
                        .toList();
    }

    private interface Observer {
        List<Signal> observe(float[] images, int[] labels);
    }
}
