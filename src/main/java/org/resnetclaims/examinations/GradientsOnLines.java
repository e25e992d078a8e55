package org.resnetclaims.examinations;

import java.util.ArrayList;
import java.util.List;
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
import org.resnetclaims.training.ModelState;

/**
 * How alike the derivatives of the logits are at neighbouring points of straight lines from one image to the next:
 * their autocorrelation, averaged over classes and lines (Balduzzi et al., arXiv 1702.08591). Batch normalisation uses
 * the statistics of the training images, which a network before its first step does not have yet.
 *
 * @param lines how many, each between two images of its own
 * @param intervals into which a line is divided
 */
public record GradientsOnLines(Split split, int lines, int intervals) implements Examination {

    public static final String AUTOCORRELATION = "autocorrelation";

    /** After so many batches of the training set, what running statistics began with counts for half a percent. */
    private static final int BATCHES = 50;

    public GradientsOnLines {
        Objects.requireNonNull(split, "lines run through no part of the data");
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        ModelState given = model.state();
        gatherStatistics(model, data.training());
        try {
            List<Double> correlations = new ArrayList<>();
            for (int line = 0; line < lines; line++) {
                float[][] logits = logitsOn(line, model, data);
                for (int c = 0; c < model.network().classes(); c++) {
                    int column = c;
                    correlations.add(autocorrelation(IntStream.range(0, intervals)
                            .mapToDouble(i -> logits[i + 1][column] - logits[i][column])
                            .toArray()));
                }
            }
            return Findings.of(
                    AUTOCORRELATION,
                    correlations.stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElseThrow());
        } finally {
            model.restore(given);
        }
    }

    /** Steps at rate 0 move the running statistics alone. */
    private static void gatherStatistics(Model model, LabelledImages training) {
        int size = model.batchSize();
        for (int batch = 0; batch < BATCHES; batch++) {
            int first = batch * size;
            int[] indices = IntStream.range(first, first + size)
                    .map(i -> i % training.size())
                    .toArray();
            model.step(Batch.unchanged(training, training.mean(), indices), 0);
        }
    }

    /** At all points of a line, in their order: [point][class]. */
    private float[][] logitsOn(int line, Model model, Dataset data) {
        int size = Math.toIntExact(model.network().input().size());
        float[] ends = new float[2 * size];
        data.images(split).fill(new int[] {2 * line, 2 * line + 1}, ends, new int[2]);
        MeanImage mean = data.training().mean();
        mean.subtractFrom(ends, 2);
        float[][] logits = new float[intervals + 1][];
        int classes = model.network().classes();
        for (int first = 0; first <= intervals; first += model.batchSize()) {
            float[] points = new float[model.batchSize() * size];
            for (int i = 0; i < points.length; i++) {
                double way = Math.min(1.0, (first + i / size) / (double) intervals);
                points[i] = (float) ((1 - way) * ends[i % size] + way * ends[size + i % size]);
            }
            float[] batch = model.logits(points);
            for (int point = first; point <= Math.min(intervals, first + model.batchSize() - 1); point++) {
                logits[point] = new float[classes];
                System.arraycopy(batch, (point - first) * classes, logits[point], 0, classes);
            }
        }
        return logits;
    }

    /** Of numbers with their neighbours, less their mean. */
    private static double autocorrelation(double[] values) {
        double mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
            products += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
        }
        return products / squares;
    }
}
