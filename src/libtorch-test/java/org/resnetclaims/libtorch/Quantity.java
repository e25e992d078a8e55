package org.resnetclaims.libtorch;

import java.util.List;
import java.util.function.Predicate;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.StateDict;

/**
 * What two engines must agree in, and how closely after one step from the same numbers: by some ten times what rounding
 * has been seen to do, of numbers up to 10 (of logits 2e-6, of gradients 3e-6, of weights 1e-7, of statistics 5e-7).
 */
enum Quantity {
    /** In inference mode, so that the running statistics take part. */
    LOGITS(new Tolerance(1e-5, 1e-5)) {
        @Override
        float[] of(Model model, double rate, float[] images) {
            return model.logits(images);
        }
    },

    /** Mean over the images of all batches since it was last asked for. */
    LOSS(new Tolerance(1e-6, 1e-6)) {
        @Override
        float[] of(Model model, double rate, float[] images) {
            return new float[] {(float) model.score().meanLoss()};
        }
    },

    /** The velocities over the rate: after one step the gradient and the decay, later a sum of those of all steps. */
    GRADIENTS(new Tolerance(1e-5, 1e-5)) {
        @Override
        float[] of(Model model, double rate, float[] images) {
            float[] velocities = all(model.network(), model.state().velocities(), Parameter.Role::hasGradient);
            for (int i = 0; i < velocities.length; i++) {
                velocities[i] /= (float) rate;
            }
            return velocities;
        }
    },

    /** All that has a gradient. */
    WEIGHTS(new Tolerance(1e-6, 1e-6)) {
        @Override
        float[] of(Model model, double rate, float[] images) {
            return all(model.network(), model.state().parameters(), Parameter.Role::hasGradient);
        }
    },

    /** The running statistics of batch normalisation. */
    STATISTICS(new Tolerance(1e-6, 1e-6)) {
        @Override
        float[] of(Model model, double rate, float[] images) {
            return all(model.network(), model.state().parameters(), role -> !role.hasGradient());
        }
    };

    private final Tolerance afterOneStep;

    Quantity(Tolerance afterOneStep) {
        this.afterOneStep = afterOneStep;
    }

    /**
     * How closely they must agree after so many steps. The rounding of a step adds to that of those before as the steps
     * of a random walk do, so that it grows as the root of their number (measured: five times after fifty).
     */
    Tolerance after(int steps) {
        return afterOneStep.times(Math.sqrt(steps));
    }

    /**
     * @param rate of the steps
     * @param images a batch
     */
    abstract float[] of(Model model, double rate, float[] images);

    private static float[] all(Network network, StateDict state, Predicate<Parameter.Role> wanted) {
        List<float[]> arrays = network.parameters().stream()
                .filter(parameter -> wanted.test(parameter.role()))
                .map(state::get)
                .toList();
        float[] all = new float[arrays.stream().mapToInt(array -> array.length).sum()];
        int end = 0;
        for (float[] array : arrays) {
            System.arraycopy(array, 0, all, end, array.length);
            end += array.length;
        }
        return all;
    }
}
