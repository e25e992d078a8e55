package org.resnetclaims.examinations;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.resnetclaims.data.Batch;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.Shift;
import org.resnetclaims.data.Split;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;

/**
 * What dropout does to a batch, the first of a set: examines a network with dropout between the convolutions of its
 * blocks together with the same network without.
 *
 * <p>{@link #TRAINING} and {@link #INFERENCE} are by how much the loss of an image differs between the two, without
 * sign. {@link #EXPECTATION} is by how much the inputs that dropout lets through differ from those without, on average
 * over the masks: in what the next convolution makes of them, whose mean over the batch its normalisation keeps; as a
 * share of the norm over its channels.
 */
public record DropoutNoise(Split split) implements Examination {

    public static final String TRAINING = "training";
    public static final String INFERENCE = "inference";
    public static final String EXPECTATION = "expectation";

    private static final int MASKS = 20;

    public DropoutNoise {
        Objects.requireNonNull(split, "dropout is examined on no part of the data");
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        return examine(List.of(model), data);
    }

    @Override
    public Findings examine(List<Model> models, Dataset data) {
        if (models.size() != 2) {
            throw new IllegalArgumentException(
                    "Dropout is examined in a network and the same one without it, not in %d networks"
                            .formatted(models.size()));
        }
        Model dropping = models.get(0);
        Model bare = models.get(1);
        LabelledImages images = data.images(split);
        List<Batch> batches = IntStream.range(0, MASKS)
                .mapToObj(noise -> batch(images, data, dropping.batchSize(), noise))
                .toList();
        return new Findings(
                List.of("batch"),
                Map.of(
                        TRAINING, List.of(difference(LossOfBatch::inTraining, dropping, bare, batches)),
                        INFERENCE, List.of(difference(LossOfBatch::inInference, dropping, bare, batches)),
                        EXPECTATION, List.of(shiftOfTheMean(dropping, bare, batches))));
    }

    private static Batch batch(LabelledImages images, Dataset data, int size, long noise) {
        int[] first = IntStream.range(0, size).toArray();
        return new Batch(images, data.training().mean(), first, Collections.nCopies(size, Shift.NONE), 1, noise);
    }

    private static double difference(
            ToDoubleBiFunction<Model, Batch> loss, Model dropping, Model bare, List<Batch> batches) {
        return batches.stream()
                .mapToDouble(batch ->
                        Math.abs(loss.applyAsDouble(dropping, batch) - loss.applyAsDouble(bare, batch)) / batch.size())
                .average()
                .orElseThrow();
    }

    private static double shiftOfTheMean(Model dropping, Model bare, List<Batch> batches) {
        Parameter mean = meanBehindTheFirstDropout(dropping.network());
        double[] without = meanOf(mean, bare, batches.get(0));
        double[] shift = new double[without.length];
        for (Batch batch : batches) {
            double[] with = meanOf(mean, dropping, batch);
            for (int i = 0; i < shift.length; i++) {
                shift[i] += (with[i] - without[i]) / batches.size();
            }
        }
        return norm(shift) / norm(without);
    }

    private static Parameter meanBehindTheFirstDropout(Network network) {
        Node dropout = first(network, node -> node.layer() instanceof Layer.Dropout);
        Node convolution = first(network, node -> node.inputs().contains(dropout.name()));
        Node normalisation = first(network, node -> node.inputs().contains(convolution.name()));
        return network.parameters().stream()
                .filter(parameter -> parameter.node().equals(normalisation.name())
                        && parameter.role() == Parameter.Role.RUNNING_MEAN)
                .findFirst()
                .orElseThrow();
    }

    private static Node first(Network network, Predicate<Node> wanted) {
        return network.nodes().stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Over the batch, as a normalisation sees it in training; follows from how far its running mean moves. */
    private static double[] meanOf(Parameter runningMean, Model model, Batch batch) {
        ModelState given = model.state();
        model.step(batch, 0);
        float[] before = given.parameters().get(runningMean);
        float[] after = model.state().parameters().get(runningMean);
        model.restore(given);
        return IntStream.range(0, before.length)
                .mapToDouble(i -> (after[i] - (1 - Settled.MOMENTUM) * before[i]) / Settled.MOMENTUM)
                .toArray();
    }

    private static double norm(double[] values) {
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] * values[i])
                .sum());
    }
}
