package org.resnetclaims.training;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;

/** Shows a network whole sets of images in inference mode, without augmentation. */
public final class Evaluation {

    private final Model model;
    private final MeanImage mean;
    private final float[] pixels;
    private final int[] labels;

    /** @param mean subtracted from every image: that of the images that the network was, or is to be, trained on */
    public Evaluation(Model model, MeanImage mean) {
        this.model = model;
        this.mean = mean;
        pixels = new float
                [Math.toIntExact(model.batchSize() * model.network().input().size())];
        labels = new int[model.batchSize()];
    }

    /** Which images of a set the network classifies wrongly. */
    public Mistakes mistakesOn(LabelledImages set) {
        return mistakesOn(set, IntStream.range(0, set.size()).toArray());
    }

    /** Top-1 error in % on all of a set. */
    public double errorOn(LabelledImages set) {
        return mistakesOn(set).percent();
    }

    /**
     * Top-1 error in % on at most so many images of a set. They are spread evenly over it, since a set may be sorted by
     * class.
     */
    double errorOn(LabelledImages set, int atMost) {
        int images = Math.min(set.size(), atMost);
        return mistakesOn(
                        set,
                        IntStream.range(0, images)
                                .map(i -> (int) ((long) i * set.size() / images))
                                .toArray())
                .percent();
    }

    private Mistakes mistakesOn(LabelledImages set, int[] chosen) {
        BitSet mistakes = new BitSet(chosen.length);
        for (int from = 0; from < chosen.length; from += labels.length) {
            // The last batch reaches back over images already counted, so that all batches have one size.
            int first = Math.max(0, Math.min(from, chosen.length - labels.length));
            int last = Math.min(chosen.length, first + labels.length);
            set.fill(Arrays.copyOfRange(chosen, first, last), pixels, labels);
            mean.subtractFrom(pixels, last - first);
            float[] logits = model.logits(pixels);
            int classes = logits.length / labels.length;
            for (int image = from; image < last; image++) {
                if (Score.prediction(logits, image - first, classes) != labels[image - first]) {
                    mistakes.set(image);
                }
            }
        }
        return Mistakes.of(chosen.length, mistakes);
    }
}
