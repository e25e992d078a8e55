package org.resnetclaims.examinations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, Signal> signals(List<String> nodes) {
        return sum((images, labels) -> model.signals(images, labels, nodes));
    }

    /** See {@link Model#responses}. */
    Map<String, Signal> responses(List<String> nodes) {
        return sum((images, labels) -> model.responses(images, nodes));
    }

    private Map<String, Signal> sum(Observer observer) {
        int batch = model.batchSize();
        float[] images = new float[Math.toIntExact(batch * set.shape().size())];
        int[] labels = new int[batch];
        Map<String, Signal> sums = new LinkedHashMap<>();
        for (int first = 0; first + batch <= set.size(); first += batch) {
            set.fill(IntStream.range(first, first + batch).toArray(), images, labels);
            mean.subtractFrom(images, batch);
            observer.observe(images, labels).forEach((node, signal) -> sums.merge(node, signal, Signal::plus));
        }
        return sums;
    }

    private interface Observer {
        Map<String, Signal> observe(float[] images, int[] labels);
    }
}
