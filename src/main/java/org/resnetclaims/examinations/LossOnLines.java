package org.resnetclaims.examinations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.resnetclaims.data.Batch;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.data.Split;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.StateDict;

/**
 * On what share of a straight line through the weights of a network its loss is concave, where a bowl would be convex
 * all along (Li et al., arXiv 1712.09913); a row for each line. Directions are drawn from the seed of the run, and each
 * of their filters has the norm of the network's own, since the sizes of filters differ between networks without
 * meaning anything. Biases and batch normalisations stay as they are. The loss is the mean over the images of all whole
 * batches, in inference mode.
 *
 * @param steps into which a line is divided to each side of the network
 * @param reach how far a line goes to each side; at 1 the weights are moved by their own norm
 */
public record LossOnLines(Split split, int lines, int steps, double reach) implements Examination {

    /** From 0 to 1; NaN where the loss is not finite. */
    public static final String CONCAVE = "concave";

    public LossOnLines {
        Objects.requireNonNull(split, "a loss is on no part of the data");
    }

    @Override
    public Examination seeded(long seed) {
        return new Drawn(this, seed);
    }

    /** Along the directions of seed 0. */
    @Override
    public Findings examine(Model model, Dataset data) {
        return examine(model, data, 0);
    }

    private Findings examine(Model model, Dataset data, long seed) {
        ModelState given = model.state();
        try {
            List<Double> shares = IntStream.range(0, lines)
                    .mapToObj(line -> concaveShare(
                            losses(model, direction(model.network(), given.parameters(), seed, line), given, data)))
                    .toList();
            return new Findings(
                    IntStream.range(0, lines).mapToObj(String::valueOf).toList(), Map.of(CONCAVE, shares));
        } finally {
            model.restore(given);
        }
    }

    /** The share of the inner points of a curve that lie above the straight line between their neighbours. */
    static double concaveShare(List<Double> curve) {
        if (!curve.stream().allMatch(Double::isFinite)) {
            return Double.NaN;
        }
        return IntStream.range(1, curve.size() - 1)
                .mapToDouble(i -> curve.get(i - 1) + curve.get(i + 1) < 2 * curve.get(i) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    /** At all points of a line, in their order. */
    private List<Double> losses(Model model, Map<Parameter, float[]> direction, ModelState given, Dataset data) {
        List<Double> losses = new ArrayList<>();
        for (int step = -steps; step <= steps; step++) {
            StateDict moved = moved(model.network(), given.parameters(), direction, reach * step / steps);
            model.restore(new ModelState(moved, given.velocities()));
            losses.add(loss(model, data.images(split), data.training().mean()));
        }
        return losses;
    }

    private static StateDict moved(Network network, StateDict from, Map<Parameter, float[]> direction, double far) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            float[] values = from.get(parameter);
            if (direction.containsKey(parameter)) {
                float[] along = direction.get(parameter);
                values = values.clone();
                for (int i = 0; i < values.length; i++) {
                    values[i] += (float) (far * along[i]);
                }
            }
            arrays.put(parameter.name(), values);
        }
        return new StateDict(arrays);
    }

    /** Of all weights; the same for all networks of a seed that have the same weights to draw for. */
    static Map<Parameter, float[]> direction(Network network, StateDict weights, long seed, int line) {
        // Specified by Java, as for initial weights, but spread once more, so that these are no direction.
        long lines = new SplittableRandom(seed).nextLong();
        Random random = new Random(new SplittableRandom(lines + line).nextLong());
        Map<Parameter, float[]> direction = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            if (parameter.role() == Parameter.Role.WEIGHTS) {
                float[] drawn = new float[parameter.size()];
                for (int i = 0; i < drawn.length; i++) {
                    drawn[i] = (float) random.nextGaussian();
                }
                scale(drawn, weights.get(parameter), parameter);
                direction.put(parameter, drawn);
            }
        }
        return direction;
    }

    /** Gives each filter of some weights the norm that it has in others. */
    private static void scale(float[] filters, float[] others, Parameter parameter) {
        double[] squares = squaresOfFilters(filters, parameter);
        double[] wanted = squaresOfFilters(others, parameter);
        for (int i = 0; i < filters.length; i++) {
            int filter = filter(i, parameter);
            filters[i] *= (float) Math.sqrt(wanted[filter] / squares[filter]);
        }
    }

    private static double[] squaresOfFilters(float[] weights, Parameter parameter) {
        double[] squares = new double[weights.length / parameter.fanIn()];
        for (int i = 0; i < weights.length; i++) {
            squares[filter(i, parameter)] += (double) weights[i] * weights[i];
        }
        return squares;
    }

    /** Which filter, or unit of a fully-connected layer, a weight is of. */
    private static int filter(int weight, Parameter parameter) {
        return parameter.shape().size() == 4
                ? weight / parameter.fanIn()
                : weight % parameter.shape().get(1);
    }

    private static double loss(Model model, LabelledImages images, MeanImage mean) {
        int size = model.batchSize();
        double loss = 0;
        for (int first = 0; first + size <= images.size(); first += size) {
            int[] indices = IntStream.range(first, first + size).toArray();
            loss += LossOfBatch.inInference(model, Batch.unchanged(images, mean, indices));
        }
        return loss / (images.size() / size * size);
    }

    private record Drawn(LossOnLines lines, long seed) implements Examination {

        @Override
        public Findings examine(Model model, Dataset data) {
            return lines.examine(model, data, seed);
        }
    }
}
