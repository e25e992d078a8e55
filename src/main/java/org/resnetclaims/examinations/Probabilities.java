package org.resnetclaims.examinations;

import java.util.List;
import java.util.stream.IntStream;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.training.Model;

/** What networks take for how probable, in inference mode, of every image of a set and every class. */
final class Probabilities {

    private final LabelledImages set;
    private final MeanImage mean;

    Probabilities(LabelledImages set, MeanImage mean) {
        this.set = set;
        this.mean = mean;
    }

    /** By softmax, [image][class]. */
    double[][] of(Model model) {
        int batch = model.batchSize();
        double[][] probabilities = new double[set.size()][];
        float[] pixels = new float[Math.toIntExact(batch * set.shape().size())];
        int[] labels = new int[batch];
        for (int from = 0; from < set.size(); from += batch) {
            // The last batch reaches back over images already seen, so that all batches have one size.
            int first = Math.max(0, Math.min(from, set.size() - batch));
            int last = Math.min(set.size(), first + batch);
            set.fill(IntStream.range(first, last).toArray(), pixels, labels);
            mean.subtractFrom(pixels, last - first);
            float[] logits = model.logits(pixels);
            int classes = logits.length / batch;
            for (int image = first; image < last; image++) {
                probabilities[image] = softmax(logits, (image - first) * classes, classes);
            }
        }
        return probabilities;
    }

    /** Over several networks, or several views of the images. */
    static double[][] mean(List<double[][]> all) {
        double[][] mean = new double[all.get(0).length][all.get(0)[0].length];
        for (double[][] one : all) {
            for (int image = 0; image < mean.length; image++) {
                for (int i = 0; i < mean[image].length; i++) {
                    mean[image][i] += one[image][i] / all.size();
                }
            }
        }
        return mean;
    }

    /** 1 for each image whose label is not the most probable class, the first of several; 0 for all others. */
    List<Double> mistakes(double[][] probabilities) {
        int[] labels = labels();
        return IntStream.range(0, labels.length)
                .mapToObj(image -> mostProbable(probabilities[image]) == labels[image] ? 0.0 : 1.0)
                .toList();
    }

    private static int mostProbable(double[] classes) {
        int best = 0;
        for (int i = 1; i < classes.length; i++) {
            if (classes[i] > classes[best]) {
                best = i;
            }
        }
        return best;
    }

    private int[] labels() {
        int[] labels = new int[set.size()];
        set.fill(
                IntStream.range(0, set.size()).toArray(),
                new float[Math.toIntExact(set.size() * set.shape().size())],
                labels);
        return labels;
    }

    private static double[] softmax(float[] logits, int first, int classes) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < classes; i++) {
            greatest = Math.max(greatest, logits[first + i]);
        }
        double[] probabilities = new double[classes];
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            probabilities[i] = Math.exp(logits[first + i] - greatest);
            sum += probabilities[i];
        }
        for (int i = 0; i < classes; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }
}
