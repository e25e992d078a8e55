package org.resnetclaims.training;

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
        BitSet mistakes = new BitSet(set.size());
        for (int from = 0; from < set.size(); from += labels.length) {
            // The last batch reaches back over images already counted, so that all batches have one size.
            int first = Math.max(0, Math.min(from, set.size() - labels.length));
            int last = Math.min(set.size(), first + labels.length);
            set.fill(IntStream.range(first, last).toArray(), pixels, labels);
            mean.subtractFrom(pixels, last - first);
            float[] logits = model.logits(pixels);
            int classes = logits.length / labels.length;
            for (int image = from; image < last; image++) {
                if (Score.prediction(logits, image - first, classes) != labels[image - first]) {
                    mistakes.set(image);
                }
            }
        }
        return Mistakes.of(set.size(), mistakes);
    }

    /** Top-1 error in % on all of a set. */
    public double errorOn(LabelledImages set) {
        return mistakesOn(set).percent();
    }
}
