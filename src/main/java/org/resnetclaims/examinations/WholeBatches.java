package org.resnetclaims.examinations;

import java.util.List;
import java.util.stream.IntStream;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Signal;

/**
 * Adds up the signals of a network over a set of images, in their order and in whole batches: what is left over at the
 * end is not looked at, since batch normalisation would treat a smaller batch in another way.
 */
final class WholeBatches {

    private final Model model;
    private final LabelledImages set;
    private final MeanImage mean;

    WholeBatches(Model model, LabelledImages set, MeanImage mean) {
        if (set.size() < model.batchSize()) {
            throw new IllegalArgumentException("%d images do not fill a batch of %d: examine them in smaller batches"
                    .formatted(set.size(), model.batchSize()));
        }
        this.model = model;
        this.set = set;
        this.mean = mean;
    }

    /** See {@link Model#signals}. */
    List<Signal> signals(List<String> nodes) {
        return sum((images, labels) -> model.signals(images, labels, nodes));
    }

    /** See {@link Model#responses}. */
    List<Signal> responses(List<String> nodes) {
        return sum((images, labels) -> model.responses(images, nodes));
    }

    private List<Signal> sum(Observer observer) {
        int batch = model.batchSize();
        float[] images = new float[Math.toIntExact(batch * set.shape().size())];
        int[] labels = new int[batch];
        List<Signal> sums = List.of();
        for (int first = 0; first + batch <= set.size(); first += batch) {
            set.fill(IntStream.range(first, first + batch).toArray(), images, labels);
            mean.subtractFrom(images, batch);
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
