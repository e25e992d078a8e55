package org.resnetclaims.examinations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.resnetclaims.data.Batch;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.StateDict;

/**
 * What another examination finds once the running statistics of batch normalisation are those of the weights, averaged
 * over all whole batches of the training images. A network before its first step has none in this sense: in inference
 * mode it would be one without normalisation.
 */
public record Settled(Examination examination) implements Examination {

    /** By how much running statistics move towards those of a batch, see {@link Model#step}. */
    static final double MOMENTUM = 0.1;

    public Settled {
        Objects.requireNonNull(examination, "settled networks are not examined");
    }

    @Override
    public Examination seeded(long seed) {
        return new Settled(examination.seeded(seed));
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        ModelState given = model.state();
        try {
            model.restore(settled(model, given, data));
            return examination.examine(model, data);
        } finally {
            model.restore(given);
        }
    }

    private static ModelState settled(Model model, ModelState given, Dataset data) {
        LabelledImages images = data.training();
        int size = model.batchSize();
        int batches = images.size() / size;
        for (int batch = 0; batch < batches; batch++) {
            int[] indices = IntStream.range(batch * size, (batch + 1) * size).toArray();
            // At rate 0 nothing else moves that counts, and running statistics do not enter into a step.
            model.step(Batch.unchanged(images, images.mean(), indices), 0);
        }
        return new ModelState(
                withoutTheFirst(model, given.parameters(), model.state().parameters(), batches), given.velocities());
    }

    /** Takes what is left of those statistics that were there before so many steps out of those that came of them. */
    private static StateDict withoutTheFirst(Model model, StateDict before, StateDict after, int steps) {
        double left = Math.pow(1 - MOMENTUM, steps);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : model.network().parameters()) {
            float[] values = before.get(parameter).clone();
            if (parameter.role() == Parameter.Role.RUNNING_MEAN
                    || parameter.role() == Parameter.Role.RUNNING_VARIANCE) {
                float[] moved = after.get(parameter);
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) ((moved[i] - left * values[i]) / (1 - left));
                }
            }
            arrays.put(parameter.name(), values);
        }
        return new StateDict(arrays);
    }
}
