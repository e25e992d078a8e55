package org.resnetclaims.examinations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.StateDict;

/**
 * What another examination finds while all weights of convolutions are multiplied by a factor.
 *
 * @param factor such as 0.5, for weights of half the size
 */
public record Rescaled(double factor, Examination examination) implements Examination {

    public Rescaled {
        Objects.requireNonNull(examination, "rescaled networks are not examined");
    }

    @Override
    public Examination seeded(long seed) {
        return new Rescaled(factor, examination.seeded(seed));
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        ModelState given = model.state();
        model.restore(new ModelState(rescaled(model, given.parameters()), given.velocities()));
        try {
            return examination.examine(model, data);
        } finally {
            model.restore(given);
        }
    }

    private StateDict rescaled(Model model, StateDict parameters) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : model.network().parameters()) {
            float[] values = parameters.get(parameter).clone();
            // Those of a convolution are the only ones with four dimensions.
            if (parameter.shape().size() == 4) {
                for (int i = 0; i < values.length; i++) {
                    values[i] *= (float) factor;
                }
            }
            arrays.put(parameter.name(), values);
        }
        return new StateDict(arrays);
    }
}
